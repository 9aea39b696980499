package cz.koplan.reading;

import cz.koplan.reading.UnreadableFileException.Reason;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The parts of a DOCX that hold text, unpacked within bounds; pictures are passed over. */
final class DocxArchive {

    /** Is told of every element and of the text between them. */
    interface Handler {

        void start(XMLStreamReader element);

        void end(String name);

        default void text(String text) {}
    }

    private static final Pattern TEXT_PART =
            Pattern.compile("word/(?:document\\d*|numbering|styles|footnotes|endnotes|header\\d*|footer\\d*)\\.xml");
    private static final int SUSPICIOUS_BYTES = 8 * 1024 * 1024;
    private static final int SUSPICIOUS_RATIO = 100;
    private static final int END_RECORD = 22;
    private static final int LONGEST_COMMENT = 65_535;

    private final String file;
    private final Map<String, byte[]> parts = new TreeMap<>();

    private DocxArchive(String file) {
        this.file = file;
    }

    static DocxArchive open(String file, byte[] bytes) throws UnreadableFileException {
        var archive = new DocxArchive(file);
        if (!hasEndRecord(bytes)) {
            throw archive.unreadable(Reason.DAMAGED);
        }
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            archive.unpack(zip, bytes.length);
        } catch (ZipException e) {
            String message = e.getMessage();
            throw archive.unreadable(
                    message != null && message.contains("encrypted") ? Reason.ENCRYPTED : Reason.DAMAGED);
        } catch (EOFException | IllegalArgumentException e) {
            // Names that are no text are reported as an illegal argument.
            throw archive.unreadable(Reason.DAMAGED);
        } catch (IOException e) {
            throw archive.unreadable(Reason.DAMAGED);
        }
        if (archive.documentName() == null) {
            throw archive.unreadable(Reason.NOT_DOCX);
        }
        return archive;
    }

    /** The directory at the end of a ZIP is what a broken download lacks first. */
    private static boolean hasEndRecord(byte[] bytes) {
        int lowest = Math.max(0, bytes.length - END_RECORD - LONGEST_COMMENT);
        for (int i = bytes.length - END_RECORD; i >= lowest; i--) {
            if (bytes[i] == 'P' && bytes[i + 1] == 'K' && bytes[i + 2] == 5 && bytes[i + 3] == 6) {
                return true;
            }
        }
        return false;
    }

    private void unpack(ZipInputStream zip, int packed) throws IOException, UnreadableFileException {
        byte[] buffer = new byte[64 * 1024];
        long unpacked = 0;
        int text = 0;
        int entries = 0;
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (++entries > Limits.ARCHIVE_ENTRIES) {
                throw unreadable(Reason.ZIP_BOMB);
            }
            boolean wanted = TEXT_PART.matcher(entry.getName()).matches() && !parts.containsKey(entry.getName());
            var content = new ByteArrayOutputStream();
            for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
                unpacked += read;
                text += wanted ? read : 0;
                boolean outOfProportion = unpacked > SUSPICIOUS_BYTES && unpacked > (long) SUSPICIOUS_RATIO * packed;
                if (unpacked > Limits.ARCHIVE_BYTES || text > Limits.XML_BYTES || outOfProportion) {
                    throw unreadable(Reason.ZIP_BOMB);
                }
                if (wanted) {
                    content.write(buffer, 0, read);
                }
            }
            if (wanted) {
                parts.put(entry.getName(), content.toByteArray());
            }
        }
    }

    private @Nullable String documentName() {
        return parts.keySet().stream()
                .filter(name -> name.startsWith("word/document"))
                .findFirst()
                .orElse(null);
    }

    /** Parses every part whose name starts so, in the order of their names. */
    void parse(String namePrefix, Handler handler) throws UnreadableFileException {
        for (Map.Entry<String, byte[]> part : parts.entrySet()) {
            if (part.getKey().startsWith("word/" + namePrefix)) {
                try {
                    parse(part.getValue(), handler);
                } catch (XMLStreamException e) {
                    throw unreadable(Reason.DAMAGED);
                }
            }
        }
    }

    private void parse(byte[] xml, Handler handler) throws XMLStreamException, UnreadableFileException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(xml));
        int depth = 0;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (++depth > Limits.XML_DEPTH) {
                        throw unreadable(Reason.DAMAGED);
                    }
                    handler.start(reader);
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    handler.end(reader.getLocalName());
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    handler.text(reader.getText());
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> throw unreadable(Reason.UNSAFE_XML);
                default -> {}
            }
        }
        reader.close();
    }

    /** The attribute {@code w:val}, whatever the prefix and the edition of the namespace. */
    static @Nullable String value(XMLStreamReader element, String name) {
        for (int i = 0; i < element.getAttributeCount(); i++) {
            if (element.getAttributeLocalName(i).equals(name)) {
                return element.getAttributeValue(i);
            }
        }
        return null;
    }

    static int number(XMLStreamReader element, String name, int otherwise) {
        String value = value(element, name);
        try {
            return value == null ? otherwise : Integer.parseInt(value);
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    static boolean isOn(XMLStreamReader element) {
        String value = value(element, "val");
        return value == null || !(value.equals("0") || value.equals("false") || value.equals("off"));
    }

    private UnreadableFileException unreadable(Reason reason) {
        return new UnreadableFileException(file, reason);
    }
}
