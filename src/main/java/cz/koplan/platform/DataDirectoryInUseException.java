package cz.koplan.platform;

import java.nio.file.Path;

/** Another running application holds the data directory; two servers on the same data would destroy them. */
public final class DataDirectoryInUseException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    DataDirectoryInUseException(Path directory, String process) {
        super("The data directory " + directory + " is in use by process " + process
                + ". Stop that application first, or choose another data directory.");
    }
}
