package org.contacts4j.http.server.body;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * Hashes a multipart form without its boundary. Most clients generate a new boundary for each attempt, so the same form
 * has other bytes when it is sent again.
 */
final class FormHash extends OutputStream {

    private final MessageDigest digest;
    private final byte[] delimiter;

    /** The number of bytes of the delimiter that this line began with; -1 if it did not begin with the delimiter. */
    private int matched;

    FormHash(MessageDigest digest, String boundary) {
        this.digest = digest;
        this.delimiter = ("--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        int end = offset + length;
        int i = offset;
        while (i < end) {
            if (matched >= 0 && bytes[i] == delimiter[matched]) {
                match();
                i++;
            } else {
                close();
                int next = endOfLine(bytes, i, end);
                digest.update(bytes, i, next - i);
                matched = bytes[next - 1] == '\n' ? 0 : -1;
                i = next;
            }
        }
    }

    /** Adds the beginning of a delimiter that was not one after all. */
    @Override
    public void close() {
        if (matched > 0) {
            digest.update(delimiter, 0, matched);
        }
        matched = -1;
    }

    private void match() {
        matched++;
        if (matched == delimiter.length) {
            digest.update((byte) 0);
            matched = -1;
        }
    }

    private static int endOfLine(byte[] bytes, int from, int end) {
        int i = from;
        while (i < end && bytes[i] != '\n') {
            i++;
        }
        return Math.min(i + 1, end);
    }
}
