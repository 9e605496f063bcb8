package org.contacts4j.json;

import java.io.IOException;
import java.io.Writer;

/** A writer that stores the beginning of its output, and throws {@link Full} when there is more. */
final class TruncatingWriter extends Writer {

    private final StringBuilder text = new StringBuilder();
    private final int max;

    /** Creates a writer that stores at most {@code max} characters. */
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

    /** Returns the stored text, followed by an ellipsis. */
    String cut() {
        return text + "…";
    }

    @Override
    public void flush() {
        // Nothing is buffered.
    }

    @Override
    public void close() {
        // There is no resource to close.
    }

    /** Thrown when the output exceeds the maximum. */
    static final class Full extends IOException {
        private static final long serialVersionUID = 1;
    }
}
