package cz.koplan.updates;

/** A file that a member handed in with its report; {@code size} in bytes. */
public record ReportFile(ReportFileId id, String name, long size, String addedBy) {

    /** A file to take away, as a download only. */
    public record Content(String name, byte[] bytes) {}
}
