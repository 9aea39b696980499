/**
 * How rows are written: with an optimistic lock and with their past. Every write of a repository goes through jOOQ's
 * records, which this package equips with both.
 */
@NullMarked
package cz.koplan.shared.changes;

import org.jspecify.annotations.NullMarked;
