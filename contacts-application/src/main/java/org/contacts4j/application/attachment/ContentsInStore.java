package org.contacts4j.application.attachment;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.IntFunction;
import org.contacts4j.application.Store;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.id.AttachmentId;
import org.contacts4j.domain.id.OrganizationId;

/**
 * Content held by the store, next to the attachments. It is split into parts, and each part is written and read in its
 * own transaction. So neither memory nor a transaction ever holds a whole file. An empty file has one part.
 */
public record ContentsInStore(Store store) implements Contents {

    private static final int PART_BYTES = 256 * 1024;
    private static final int DELETED_AT_ONCE = 20;

    @Override
    public void store(OrganizationId organization, AttachmentId id, InputStream content) {
        int number = 0;
        byte[] part = next(content);
        do {
            store(organization, id, number, part);
            number++;
            part = next(content);
        } while (part.length > 0);
    }

    @Override
    public InputStream open(OrganizationId organization, AttachmentId id) throws IOException {
        byte[] first = find(organization, id, 0).orElseThrow(() -> new FileNotFoundException(id.toString()));
        return new PartsStream(first, number -> find(organization, id, number));
    }

    @Override
    public void delete(OrganizationId organization, AttachmentId id) {
        boolean more = true;
        while (more) {
            more = store.write(tx -> tx.contentParts().delete(organization, id, DELETED_AT_ONCE));
        }
    }

    private void store(OrganizationId organization, AttachmentId id, int number, byte[] part) {
        store.write(tx -> {
            tx.contentParts().insert(organization, id, number, part);
            return number;
        });
    }

    private Optional<byte[]> find(OrganizationId organization, AttachmentId id, int number) {
        return store.read(tx -> tx.contentParts().find(organization, id, number));
    }

    private static byte[] next(InputStream content) {
        try {
            return content.readNBytes(PART_BYTES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A stream over content that is stored in parts. */
    private static final class PartsStream extends InputStream {

        private static final byte[] NOTHING = {};

        private final IntFunction<Optional<byte[]>> parts;
        private byte[] part;
        private int position;
        private int number = 1;

        /**
         * Reads the first part and then all others.
         *
         * @param parts returns the other parts by number, starting at 1; empty after the last
         */
        PartsStream(byte[] first, IntFunction<Optional<byte[]>> parts) {
            this.part = first;
            this.parts = parts;
        }

        @Override
        public int read() throws IOException {
            return isAtEnd() ? -1 : part[position++] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (isAtEnd()) {
                return -1;
            }
            int count = Math.min(length, part.length - position);
            System.arraycopy(part, position, target, offset, count);
            position += count;
            return count;
        }

        private boolean isAtEnd() throws IOException {
            if (position == part.length) {
                part = next();
                position = 0;
            }
            return part.length == 0;
        }

        private byte[] next() throws IOException {
            try {
                return parts.apply(number++).orElse(NOTHING);
            } catch (ContactsFailure.Unavailable e) {
                throw new IOException(e);
            }
        }
    }
}
