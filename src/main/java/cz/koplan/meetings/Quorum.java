package cz.koplan.meetings;

/**
 * Whether enough members are present for a decision.
 *
 * @param percent of the members that the group asks for, 1 to 100
 * @param members how many there are
 * @param present how many of them are here
 */
public record Quorum(int percent, int members, int present) {

    /** Part of a member counts as a whole one: of 15 members 50 % are 8. */
    public int needed() {
        return Math.ceilDiv(members * percent, 100);
    }

    /** A group without members decides nothing. */
    public boolean reached() {
        return members > 0 && present >= needed();
    }
}
