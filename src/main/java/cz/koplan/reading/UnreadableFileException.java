package cz.koplan.reading;

/** A file that cannot be read; the message is one Czech sentence that names the file and the reason. */
public final class UnreadableFileException extends Exception {

    private static final long serialVersionUID = 1L;

    /** Why; each completes the sentence "Soubor „…“ nelze přečíst: …". */
    public enum Reason {
        MISSING("neexistuje nebo ho nelze otevřít"),
        EMPTY("je prázdný"),
        TOO_LARGE("je větší než 25 MB"),
        TOO_MUCH_TEXT("obsahuje příliš mnoho textu na zápis z jednání"),
        BINARY("není to text ani dokument DOCX"),
        UNKNOWN_ENCODING("text není v kódování UTF-8 ani Windows-1250"),
        ENCRYPTED("je chráněn heslem"),
        OLD_WORD("je ve starém formátu DOC; uložte ho ve Wordu jako DOCX"),
        PDF("je to PDF; zatím umíme číst text a DOCX"),
        RTF("je to RTF; uložte ho jako DOCX"),
        NOT_DOCX("je to archiv ZIP, ale ne dokument DOCX"),
        DAMAGED("je poškozený nebo neúplný"),
        ZIP_BOMB("po rozbalení by byl nepřiměřeně velký"),
        UNSAFE_XML("obsahuje nedovolené deklarace XML");

        private final String czech;

        Reason(String czech) {
            this.czech = czech;
        }
    }

    private final Reason reason;

    public UnreadableFileException(String file, Reason reason) {
        super("Soubor „" + file + "“ nelze přečíst: " + reason.czech + ".");
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
