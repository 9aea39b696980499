/** The outbox: every mail is stored in the transaction of its reason and sent after commit by a background job. */
@NullMarked
package cz.koplan.mail;

import org.jspecify.annotations.NullMarked;
