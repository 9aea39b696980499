/** Screens of accounts. */
@NullMarked
package cz.koplan.accounts.ui;

import org.jspecify.annotations.NullMarked;
