/** Old minutes on their way into meetings: the file, the questions, the answers, and what they became. */
@NullMarked
package cz.koplan.imports;

import org.jspecify.annotations.NullMarked;
