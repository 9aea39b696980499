package cz.koplan.reading;

/** Bounds beyond which a file is refused instead of read; minutes of 50 pages have about 150,000 characters. */
final class Limits {

    static final int FILE_BYTES = 25 * 1024 * 1024;
    static final int CHARACTERS = 4_000_000;
    static final int LINES = 200_000;

    /** Parts of a DOCX that hold text. */
    static final int XML_BYTES = 32 * 1024 * 1024;

    /** All parts of a DOCX, pictures included. */
    static final long ARCHIVE_BYTES = 256L * 1024 * 1024;

    static final int ARCHIVE_ENTRIES = 5_000;
    static final int XML_DEPTH = 400;

    private Limits() {}
}
