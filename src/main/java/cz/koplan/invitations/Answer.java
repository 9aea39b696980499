package cz.koplan.invitations;

/** What an invited person says about coming. */
public enum Answer {
    COMES,
    EXCUSED,
    DEPUTY
}
