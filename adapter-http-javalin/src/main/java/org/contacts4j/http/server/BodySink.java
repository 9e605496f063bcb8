package org.contacts4j.http.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a body goes while it arrives.
 *
 * @param <T> what becomes of it
 */
interface BodySink<T> {

    /** The most bytes it takes. */
    long maxBytes();

    void keep(ByteBuffer part) throws IOException;

    /** Everything that was kept. */
    T whole() throws IOException;

    /** Lets go of what was kept. */
    void discard();

    /** Ordinary bodies, in memory. */
    final class InMemory implements BodySink<byte[]> {

        private static final int MAX_BYTES = 1024 * 1024;

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        @Override
        public long maxBytes() {
            return MAX_BYTES;
        }

        @Override
        public void keep(ByteBuffer part) {
            byte[] copy = new byte[part.remaining()];
            part.get(copy);
            bytes.writeBytes(copy);
        }

        @Override
        public byte[] whole() {
            return bytes.toByteArray();
        }

        @Override
        public void discard() {
            bytes.reset();
        }
    }

    /** Uploads, in a temporary file. */
    final class InFile implements BodySink<Path> {

        private final long maxBytes;
        private final Path file;
        private final OutputStream out;

        InFile(long maxBytes) throws IOException {
            this.maxBytes = maxBytes;
            file = Files.createTempFile("contacts4j-upload", null);
            out = Files.newOutputStream(file);
        }

        @Override
        public long maxBytes() {
            return maxBytes;
        }

        @Override
        public void keep(ByteBuffer part) throws IOException {
            byte[] copy = new byte[part.remaining()];
            part.get(copy);
            out.write(copy);
        }

        @Override
        public Path whole() throws IOException {
            out.close();
            return file;
        }

        @Override
        public void discard() {
            TemporaryFiles.delete(out, file);
        }
    }
}
