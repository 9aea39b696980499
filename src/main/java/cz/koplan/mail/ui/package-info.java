/** Screens of mails: what was sent to whom, and what became of it. */
@NullMarked
package cz.koplan.mail.ui;

import org.jspecify.annotations.NullMarked;
