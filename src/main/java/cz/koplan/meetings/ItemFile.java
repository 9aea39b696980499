package cz.koplan.meetings;

/** A file that belongs to an agenda item; {@code size} in bytes. */
public record ItemFile(ItemFileId id, AgendaItemId item, String name, long size) {

    /** A file to take away. */
    public record Content(String name, byte[] bytes) {}
}
