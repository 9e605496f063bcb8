package org.contacts4j.vcard.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Lines of bytes, in parts of at most 64 KiB. Lines end with LF, CR or both. */
final class ByteLines implements AutoCloseable {

    private static final int BUFFER = 64 * 1024;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private int at;
    private int end;
    private boolean lineEnded = true;

    ByteLines(InputStream in) {
        this.in = in;
    }

    /** Returns the next part of the current line, or the first part of the next line; null at the end. */
    byte @Nullable [] next() throws IOException {
        int lineEnd = endOfLine();
        boolean isOpen = lineEnd < 0;
        if (isOpen && at == end) {
            lineEnded = true;
            return null;
        }
        byte[] part = Arrays.copyOfRange(buffer, at, isOpen ? end : lineEnd);
        at = isOpen ? end : lineEnd + 1;
        if (!isOpen && buffer[lineEnd] == '\r' && peek() == '\n') {
            at++;
        }
        lineEnded = !isOpen;
        return part;
    }

    /** Returns whether the last part was the end of its line. */
    boolean hasLineEnded() {
        return lineEnded;
    }

    /** Returns the next byte; -1 at the end. */
    int peek() throws IOException {
        return at < end || fill() ? buffer[at] & 0xFF : -1;
    }

    /** Returns whether all bytes of the next line, of which there is at least one, match. */
    boolean nextLineConsistsOf(IntPredicate bytes) throws IOException {
        int lineEnd = endOfLine();
        int length = (lineEnd < 0 ? end : lineEnd) - at;
        for (int i = 0; i < length; i++) {
            if (!bytes.test(buffer[at + i])) {
                return false;
            }
        }
        return length > 0;
    }

    /** Returns the index of the next line break in the buffer; -1 if the rest of the text, or a full buffer, has none. */
    private int endOfLine() throws IOException {
        int i = at;
        while (true) {
            for (; i < end; i++) {
                if (buffer[i] == '\n' || buffer[i] == '\r') {
                    return i;
                }
            }
            int before = i - at;
            if (!fill()) {
                return -1;
            }
            i = at + before;
        }
    }

    /** Returns false at the end of the text, and if the buffer is full. */
    private boolean fill() throws IOException {
        System.arraycopy(buffer, at, buffer, 0, end - at);
        end -= at;
        at = 0;
        int read = end == BUFFER ? 0 : in.read(buffer, end, BUFFER - end);
        end += Math.max(read, 0);
        return read > 0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
