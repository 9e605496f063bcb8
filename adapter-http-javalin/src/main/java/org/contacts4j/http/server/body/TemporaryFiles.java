package org.contacts4j.http.server.body;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The directory of temporary files. A file that cannot be deleted is logged, not reported as a failure. */
final class TemporaryFiles {

    private static final Logger LOG = LoggerFactory.getLogger(TemporaryFiles.class);

    private static final Path FOLDER = Path.of(System.getProperty("java.io.tmpdir"));

    /** Disk space that uploads leave free: 256 MiB, or a tenth of a smaller disk. */
    private static final long LEFT_TO_OTHERS = 256L * 1024 * 1024;

    private TemporaryFiles() {}

    /** Returns whether this many more bytes can be stored. */
    static boolean hasSpaceFor(long bytes) throws IOException {
        FileStore disk = Files.getFileStore(FOLDER);
        return disk.getUsableSpace() - bytes >= Math.min(LEFT_TO_OTHERS, disk.getTotalSpace() / 10);
    }

    static void delete(Closeable open, Path file) {
        try {
            open.close();
        } catch (IOException e) {
            LOG.debug("A temporary file could not be closed", e);
        }
        delete(file);
    }

    static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("The temporary file {} could not be deleted", file, e);
        }
    }
}
