package cz.koplan.meetings;

/**
 * How often an organisation, or a person who is a member, came in a year. Where nothing was noted the meeting counts, but
 * neither as present nor as excused nor as absent.
 *
 * @param meetings at which it was on the list
 * @param deputies how many times of those present a deputy came
 */
public record AttendanceTally(String name, int meetings, int present, int excused, int absent, int deputies) {}
