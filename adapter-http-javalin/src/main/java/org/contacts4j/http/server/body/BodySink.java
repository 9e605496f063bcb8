package org.contacts4j.http.server.body;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A destination for the bytes of a body that is being received.
 *
 * @param <T> the type of the received body
 */
interface BodySink<T> {

    /** Returns the maximum size of the body, in bytes. */
    long maxBytes();

    /** Returns the minimum rate at which the body must arrive. */
    ReceiveRate pace();

    /** Returns whether {@link #write} may block. */
    boolean blocks();

    /** Stores a part of the body. Returns false when there is currently no space for it. */
    boolean write(ByteBuffer part) throws IOException;

    /** Returns the complete body. */
    T whole() throws IOException;

    /** Releases the stored bytes. Idempotent. */
    void discard();

    /**
     * A sink in memory. The buffer grows as bytes arrive: a client that announces a large body but sends little uses
     * little memory.
     */
    final class InMemory implements BodySink<ReceivedBody> {

        static final int MAX_BYTES = 1024 * 1024;

        private static final int FIRST_BYTES = 1024;

        /**
         * After this many bytes the buffer grows to the announced length at once, so that a large body is rejected
         * early.
         */
        private static final int FULL_ALLOCATION_BYTES = 64 * 1024;

        private final Budget.Share share;
        private final boolean announced;
        private final int expected;
        private byte[] bytes = new byte[0];
        private int size;

        /**
         * Creates an empty buffer.
         *
         * @param share the share of the budget that the buffer is charged to
         * @param length the announced length of the body, in bytes; -1 when unknown
         */
        InMemory(Budget.Share share, long length) {
            this.share = share;
            this.announced = length >= 0;
            this.expected = announced ? (int) Math.min(length, MAX_BYTES) : MAX_BYTES;
        }

        @Override
        public long maxBytes() {
            return MAX_BYTES;
        }

        @Override
        public ReceiveRate pace() {
            return ReceiveRate.IN_MEMORY;
        }

        @Override
        public boolean blocks() {
            return false;
        }

        @Override
        public boolean write(ByteBuffer part) {
            int length = part.remaining();
            if (size + length > bytes.length && !growTo(size + length)) {
                return false;
            }
            part.get(bytes, size, length);
            size += length;
            return true;
        }

        private boolean growTo(int needed) {
            int next = needed > FULL_ALLOCATION_BYTES && announced ? expected : Math.max(FIRST_BYTES, 2 * bytes.length);
            int capacity = Math.max(needed, Math.min(next, expected));
            if (!share.grow(capacity - bytes.length)) {
                return false;
            }
            bytes = Arrays.copyOf(bytes, capacity);
            return true;
        }

        @Override
        public ReceivedBody whole() {
            ReceivedBody whole = new ReceivedBody(size == bytes.length ? bytes : Arrays.copyOf(bytes, size));
            bytes = new byte[0];
            return whole;
        }

        @Override
        public void discard() {
            bytes = new byte[0];
            share.release();
        }
    }

    /** A sink for uploads, in a temporary file. */
    final class InFile implements BodySink<Path> {

        private static final long BYTES_BETWEEN_CHECKS = 16L * 1024 * 1024;

        private final Budget.Share share;
        private final long maxBytes;
        private final Path file;
        private final OutputStream out;
        private long untilCheck = BYTES_BETWEEN_CHECKS;

        /**
         * Creates an empty temporary file.
         *
         * @param share the share of the budget of concurrent uploads, released when the sink is discarded
         */
        InFile(Budget.Share share, long maxBytes) throws IOException {
            this.share = share;
            this.maxBytes = maxBytes;
            file = Files.createTempFile("contacts4j-upload", null);
            out = Files.newOutputStream(file);
        }

        @Override
        public long maxBytes() {
            return maxBytes;
        }

        @Override
        public ReceiveRate pace() {
            return ReceiveRate.UPLOAD;
        }

        @Override
        public boolean blocks() {
            return true;
        }

        @Override
        public boolean write(ByteBuffer part) throws IOException {
            untilCheck -= part.remaining();
            if (untilCheck < 0) {
                untilCheck = BYTES_BETWEEN_CHECKS;
                if (!TemporaryFiles.hasSpaceFor(BYTES_BETWEEN_CHECKS)) {
                    return false;
                }
            }
            byte[] copy = new byte[part.remaining()];
            part.get(copy);
            out.write(copy);
            return true;
        }

        @Override
        public Path whole() throws IOException {
            out.close();
            return file;
        }

        @Override
        public void discard() {
            TemporaryFiles.delete(out, file);
            share.release();
        }
    }
}
