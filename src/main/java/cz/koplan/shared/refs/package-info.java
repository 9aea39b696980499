/** References between things of different features: what led to what. */
@NullMarked
package cz.koplan.shared.refs;

import org.jspecify.annotations.NullMarked;
