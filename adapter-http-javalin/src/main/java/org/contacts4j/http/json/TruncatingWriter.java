package org.contacts4j.http.json;

import java.io.IOException;
import java.io.Writer;

/** Keeps the beginning of what is written, and stops the writing when there is more. */
final class TruncatingWriter extends Writer {

    private final StringBuilder text = new StringBuilder();
    private final int max;

    /** Keeps at most {@code max} characters. */
    TruncatingWriter(int max) {
        this.max = max;
    }

    @Override
    public void write(char[] more, int from, int length) throws IOException {
        int room = max - text.length();
        text.append(more, from, Math.min(room, length));
        if (length > room) {
            throw new Full();
        }
    }

    /** What was kept, with an ellipsis behind it. */
    String cut() {
        return text + "…";
    }

    @Override
    public void flush() {
        // Nothing waits.
    }

    @Override
    public void close() {
        // Nothing is open.
    }

    /** There was more to write than is kept. */
    static final class Full extends IOException {
        private static final long serialVersionUID = 1;
    }
}
