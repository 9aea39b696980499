/** Social services of organisations and the dated code lists they refer to: kinds, target groups, forms, units, territory. */
@NullMarked
package cz.koplan.services;

import org.jspecify.annotations.NullMarked;
