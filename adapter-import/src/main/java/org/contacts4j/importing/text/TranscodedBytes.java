package org.contacts4j.importing.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

/** Text as bytes in UTF-8, for readers of bytes that need line breaks to be single bytes. */
public final class TranscodedBytes extends InputStream {

    private static final int CHARACTERS = 8 * 1024;

    private final Reader text;
    private final char[] chars = new char[CHARACTERS];
    private byte[] bytes = {};
    private int at;

    /** Reads this text, which {@link #close} closes. */
    public TranscodedBytes(Reader text) {
        this.text = text;
    }

    @Override
    public int read() throws IOException {
        return fill() ? bytes[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, bytes.length - at);
        System.arraycopy(bytes, at, target, offset, count);
        at += count;
        return count;
    }

    private boolean fill() throws IOException {
        while (at == bytes.length) {
            int count = text.read(chars, 0, CHARACTERS - 1);
            if (count < 0) {
                return false;
            }
            if (count > 0 && Character.isHighSurrogate(chars[count - 1])) {
                count += Math.max(0, text.read(chars, count, 1));
            }
            bytes = new String(chars, 0, count).getBytes(StandardCharsets.UTF_8);
            at = 0;
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
