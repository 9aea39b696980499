/** Organisations with their identification number and aliases, and people, who need not have an account. */
@NullMarked
package cz.koplan.organisations;

import org.jspecify.annotations.NullMarked;
