package cz.koplan.reading;

/** What kind of file the lines were extracted from. */
public enum SourceFormat {
    TXT,
    DOCX
}
