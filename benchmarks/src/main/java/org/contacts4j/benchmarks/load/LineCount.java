package org.contacts4j.benchmarks.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** A counter of lines, which discards what it counts. */
public final class LineCount extends OutputStream {

    private long lines;

    static long of(InputStream text) throws IOException {
        LineCount count = new LineCount();
        text.transferTo(count);
        return count.lines;
    }

    public long lines() {
        return lines;
    }

    @Override
    public void write(int b) {
        lines += b == '\n' ? 1 : 0;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            lines += bytes[i] == '\n' ? 1 : 0;
        }
    }
}
