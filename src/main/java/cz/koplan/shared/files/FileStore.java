package cz.koplan.shared.files;

import static cz.koplan.db.Tables.FILE;
import static cz.koplan.db.Tables.FILE_CHUNK;

import cz.koplan.db.tables.records.FileRecord;
import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Keeps files in the database, cut into chunks of at most 1 MiB. Rights are the caller's: a file has no owner. */
@Repository
public class FileStore {

    public static final int MAX_BYTES = 25_000_000;
    private static final int CHUNK_BYTES = 1 << 20;

    private final DSLContext db;

    FileStore(DSLContext db) {
        this.db = db;
    }

    /** @throws IllegalArgumentException when the content is larger than {@link #MAX_BYTES} */
    public FileId store(String name, String mediaType, byte[] content) {
        if (content.length > MAX_BYTES) {
            throw new IllegalArgumentException("Larger than " + MAX_BYTES + " bytes");
        }
        FileRecord file = db.newRecord(FILE);
        file.setPublicId(UUID.randomUUID());
        file.setSha256(sha256(content));
        file.setName(name.length() > 255 ? name.substring(name.length() - 255) : name);
        file.setMediaType(mediaType);
        file.setSize((long) content.length);
        file.insert();
        for (int position = 0; position * CHUNK_BYTES < content.length; position++) {
            var chunk = db.newRecord(FILE_CHUNK);
            chunk.setFileId(file.getId());
            chunk.setPosition(position);
            chunk.setContent(Arrays.copyOfRange(
                    content, position * CHUNK_BYTES, Math.min(content.length, (position + 1) * CHUNK_BYTES)));
            chunk.insert();
        }
        return file.getId();
    }

    public byte[] read(FileId id) {
        var content = new ByteArrayOutputStream();
        db.select(FILE_CHUNK.CONTENT)
                .from(FILE_CHUNK)
                .where(FILE_CHUNK.FILE_ID.eq(id))
                .orderBy(FILE_CHUNK.POSITION)
                .forEach(chunk -> content.writeBytes(chunk.value1()));
        return content.toByteArray();
    }

    public String name(FileId id) {
        return db.select(FILE.NAME).from(FILE).where(FILE.ID.eq(id)).fetchSingle(FILE.NAME);
    }

    public static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
