/** The screens of services and of the code lists. */
@NullMarked
package cz.koplan.services.ui;

import org.jspecify.annotations.NullMarked;
