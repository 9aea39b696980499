package cz.koplan.meetings;

/** Why an item goes on to the next meeting, or why it does not. */
public enum CarryOverReason {
    SKIPPED(true),
    STANDING(true),
    NOT_DISCUSSED(true),
    OPEN_TASK(true),
    /** The next agenda holds such an item anyway. */
    COMES_ANYWAY(false),
    DONE(false);

    private final boolean goesOn;

    CarryOverReason(boolean goesOn) {
        this.goesOn = goesOn;
    }

    public boolean goesOn() {
        return goesOn;
    }
}
