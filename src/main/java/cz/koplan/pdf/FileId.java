package cz.koplan.pdf;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The two identifiers at the end of a file. OpenPDF makes them from the clock; equal documents must be equal. */
final class FileId {

    private static final byte[] START = "/ID [<".getBytes(StandardCharsets.US_ASCII);
    private static final int LENGTH = 32;

    private FileId() {}

    /** Overwrites both identifiers in {@code pdf} by a digest of everything before them, and returns it. */
    static byte[] derivedFromContent(byte[] pdf) {
        int id = lastIndex(pdf);
        byte[] digits = digest(pdf, id);
        System.arraycopy(digits, 0, pdf, id, LENGTH);
        System.arraycopy(digits, 0, pdf, id + LENGTH + "><".length(), LENGTH);
        return pdf;
    }

    private static int lastIndex(byte[] pdf) {
        for (int i = pdf.length - START.length; i >= 0; i--) {
            int matching = 0;
            while (matching < START.length && pdf[i + matching] == START[matching]) {
                matching++;
            }
            if (matching == START.length) {
                return i + START.length;
            }
        }
        throw new IllegalStateException("The PDF has no identifier");
    }

    private static byte[] digest(byte[] pdf, int length) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(pdf, 0, length);
            return HexFormat.of().formatHex(digest.digest(), 0, LENGTH / 2).getBytes(StandardCharsets.US_ASCII);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
