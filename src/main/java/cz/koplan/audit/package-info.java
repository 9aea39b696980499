/** The change log for administrators: who changed what, when, and what stood there before. */
@NullMarked
package cz.koplan.audit;

import org.jspecify.annotations.NullMarked;
