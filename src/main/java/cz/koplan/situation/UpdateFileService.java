package cz.koplan.situation;

import cz.koplan.shared.files.FileId;
import cz.koplan.shared.files.FileStore;
import cz.koplan.updates.UpdateId;
import java.util.Optional;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Files that went along with an update, to be taken away. */
@Service
@Transactional(readOnly = true)
public class UpdateFileService {

    public record Content(String name, byte[] bytes) {}

    private final SaidRepository said;
    private final FileStore files;

    UpdateFileService(SaidRepository said, FileStore files) {
        this.said = said;
        this.files = files;
    }

    /** Empty when the file does not belong to the update. */
    @PreAuthorize("@situationRights.readUpdate(#update)")
    public Optional<Content> file(UpdateId update, FileId file) {
        return said.hasFile(update, file)
                ? Optional.of(new Content(files.name(file), files.read(file)))
                : Optional.empty();
    }
}
