package org.contacts4j.application.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.IntFunction;
import org.contacts4j.domain.ContactsFailure;

/** Reads content that is kept in parts, one part after the other. */
final class PartsStream extends InputStream {

    private static final byte[] NOTHING = {};

    private final IntFunction<Optional<byte[]>> parts;
    private byte[] part;
    private int position;
    private int number = 1;

    /**
     * All parts.
     *
     * @param parts gives the others by their number from 1, and nothing behind the last
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
