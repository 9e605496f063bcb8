package org.contacts4j.http.server;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes temporary files away; one that stays is no reason to fail. */
final class TemporaryFiles {

    private static final Logger LOG = LoggerFactory.getLogger(TemporaryFiles.class);

    private TemporaryFiles() {}

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
