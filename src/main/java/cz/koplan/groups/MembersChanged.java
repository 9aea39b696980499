package cz.koplan.groups;

/** Somebody came into the group or will leave it, as a member or for one; heard in the transaction that changes it. */
public record MembersChanged(GroupId group) {}
