package org.contacts4j.importing.text;

import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/** A reader of lines of bounded length. Lines end with LF, CR or both. */
public final class LongLines implements AutoCloseable {

    private static final int BUFFER = 8 * 1024;

    private final Reader text;
    private final int max;
    private final char[] buffer = new char[BUFFER];
    private int at;
    private int end;
    private boolean cut;

    /** @param max the number of characters beyond which the rest of a line is skipped */
    public LongLines(Reader text, int max) {
        this.text = text;
        this.max = max;
    }

    /** Returns the next line, or its beginning; null at the end. */
    public @Nullable String next() throws IOException {
        if (peek() < 0) {
            return null;
        }
        cut = false;
        StringBuilder line = new StringBuilder();
        int c = peek();
        while (c >= 0 && c != '\n' && c != '\r') {
            if (line.length() < max) {
                line.append((char) c);
            } else {
                cut = true;
            }
            at++;
            c = peek();
        }
        at++;
        if (c == '\r' && peek() == '\n') {
            at++;
        }
        return line.toString();
    }

    /** Returns whether the last line was longer than the maximum. */
    public boolean isCut() {
        return cut;
    }

    private int peek() throws IOException {
        if (at >= end) {
            at = 0;
            end = Math.max(0, text.read(buffer, 0, BUFFER));
            if (end == 0) {
                return -1;
            }
        }
        return buffer[at];
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
