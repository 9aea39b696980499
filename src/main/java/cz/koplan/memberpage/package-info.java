/**
 * The page of a member: answering an invitation, reporting for an organisation and own tasks, in plain HTML that works
 * without scripts, behind a personal link or for the signed-in.
 */
@NullMarked
package cz.koplan.memberpage;

import org.jspecify.annotations.NullMarked;
