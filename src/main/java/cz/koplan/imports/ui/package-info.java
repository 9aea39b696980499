/** Screens of imports. */
@NullMarked
package cz.koplan.imports.ui;

import org.jspecify.annotations.NullMarked;
