/** The coordinator's screens of invitations: who is invited, who comes and who has reported, and the words of mails. */
@NullMarked
package cz.koplan.invitations.ui;

import org.jspecify.annotations.NullMarked;
