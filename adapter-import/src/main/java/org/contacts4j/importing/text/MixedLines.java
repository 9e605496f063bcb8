package org.contacts4j.importing.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;

/**
 * A reader of lines in UTF-8, which reads each line that is not UTF-8 as Windows-1252. Lines end with LF, CR LF or CR.
 * Memory use does not depend on the length of the text: of a longer line, each part of 64 KiB counts by itself.
 */
final class MixedLines extends Reader {

    private static final int BUFFER = 64 * 1024;

    private final InputStream in;
    private final BitSet others;
    private final CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
    private final byte[] bytes = new byte[BUFFER];
    private int start;
    private int end;
    private int line = 1;
    private boolean hasUtf8;
    private CharBuffer text = CharBuffer.allocate(0);

    /** @param others receives the numbers of the lines that are not UTF-8, starting with 1 */
    MixedLines(InputStream in, BitSet others) {
        this.in = in;
        this.others = others;
    }

    /** Returns whether any line has a character beyond ASCII in UTF-8. Closes the stream. */
    static boolean haveUtf8(InputStream in) throws IOException {
        try (MixedLines lines = new MixedLines(in, new BitSet())) {
            while (!lines.hasUtf8 && lines.readLine()) {
                // each line is looked at
            }
            return lines.hasUtf8;
        }
    }

    @Override
    public int read(char[] chars, int offset, int length) throws IOException {
        while (!text.hasRemaining()) {
            if (!readLine()) {
                return -1;
            }
        }
        int count = Math.min(length, text.remaining());
        text.get(chars, offset, count);
        return count;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private boolean readLine() throws IOException {
        int next = endOfLine();
        while (next < 0 && fill()) {
            next = endOfLine();
        }
        if (next < 0) {
            next = end - start == BUFFER ? wholeCharacters() : end;
        }
        if (next == start) {
            return false;
        }
        text = decoded(ByteBuffer.wrap(bytes, start, next - start));
        byte last = bytes[next - 1];
        line += last == '\n' || last == '\r' ? 1 : 0;
        start = next;
        return true;
    }

    /** Returns the index behind the first line break; -1 if the buffer has no whole line. */
    private int endOfLine() {
        for (int i = start; i < end; i++) {
            if (bytes[i] == '\n') {
                return i + 1;
            }
            if (bytes[i] == '\r' && i + 1 < end) {
                return bytes[i + 1] == '\n' ? i + 2 : i + 1;
            }
        }
        return -1;
    }

    private boolean fill() throws IOException {
        if (end - start == BUFFER) {
            return false;
        }
        System.arraycopy(bytes, start, bytes, 0, end - start);
        end -= start;
        start = 0;
        int read = in.read(bytes, end, BUFFER - end);
        end += Math.max(read, 0);
        return read > 0;
    }

    /** Returns the end of the last whole character in the full buffer. */
    private int wholeCharacters() {
        int at = end;
        while (at > end - 3 && (bytes[at - 1] & 0xC0) == 0x80) {
            at--;
        }
        return (bytes[at - 1] & 0xC0) == 0xC0 ? at - 1 : end;
    }

    private CharBuffer decoded(ByteBuffer encoded) {
        try {
            CharBuffer decoded = utf8.decode(encoded.duplicate());
            hasUtf8 |= decoded.remaining() < encoded.remaining();
            return decoded;
        } catch (CharacterCodingException e) {
            others.set(line);
            return TextEncoding.WINDOWS.decode(encoded);
        }
    }
}
