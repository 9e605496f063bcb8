package org.contacts4j.vcard.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.contacts4j.application.attachment.upload.NewFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Temporary files with the pictures and sounds of cards. Closing deletes those that are not discarded. Thread-safe. */
final class EmbeddedFiles implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedFiles.class);

    private final Set<Path> files = new HashSet<>();
    private boolean closed;

    /** @throws IOException if the file cannot be created, or these files are closed */
    synchronized Path create() throws IOException {
        if (closed) {
            throw new IOException("the file of vCards is closed");
        }
        Path file = Files.createTempFile("contacts4j-card", null);
        files.add(file);
        return file;
    }

    synchronized void delete(Path file) {
        if (files.remove(file)) {
            deleteNow(file);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        files.forEach(EmbeddedFiles::deleteNow);
        files.clear();
    }

    private static void deleteNow(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("The temporary file {} could not be deleted", file, e);
        }
    }

    /** Returns a file with this content. */
    NewFile file(EmbeddedKind kind, String name, long size, String sha256, Path content) {
        return new EmbeddedFile(this, kind.name(), name, size, sha256, content);
    }

    private record EmbeddedFile(
            EmbeddedFiles all, String field, String fileName, long size, String sha256, Path content)
            implements NewFile {

        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(content);
        }

        @Override
        public void discard() {
            all.delete(content);
        }
    }
}
