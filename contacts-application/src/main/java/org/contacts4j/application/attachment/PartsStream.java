package org.contacts4j.application.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.IntFunction;
import org.contacts4j.domain.ContactsFailure;

/** A stream over content that is stored in parts. */
final class PartsStream extends InputStream {

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
