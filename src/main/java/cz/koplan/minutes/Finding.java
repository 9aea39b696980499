package cz.koplan.minutes;

/**
 * Something that minutes lack before they are finished.
 *
 * @param subject what it is about, in plain text; may be empty
 */
public record Finding(FinishCheck check, Place place, String subject) {

    /** What stays the same while people go on typing. */
    public record Id(FinishCheck check, Place place) {}

    public Id id() {
        return new Id(check, place);
    }
}
