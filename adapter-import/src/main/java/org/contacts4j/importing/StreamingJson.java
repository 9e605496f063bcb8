package org.contacts4j.importing;

import com.fasterxml.jackson.core.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.contacts4j.json.Json;

/**
 * A streaming reader of a long JSON document, which returns single values as the client wrote them.
 *
 * <p>Memory use does not depend on the length of the document. A parser finds where a value begins and ends. A second
 * reader of the same file, which is never ahead of the parser, returns the text.
 */
final class StreamingJson implements AutoCloseable {

    /** The limit of a value in characters. Longer values are not read. */
    static final int MAX_VALUE = 1024 * 1024;

    /** The number of characters returned of a value above the limit. */
    static final int PREVIEW_LENGTH = 1_000;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final JsonParser json;
    private final Reader text;
    private long at;

    private StreamingJson(JsonParser json, Reader text) {
        this.json = json;
        this.text = text;
    }

    static StreamingJson over(Path file, Charset charset) throws IOException {
        return new StreamingJson(Json.pass(open(file, charset)), open(file, charset));
    }

    /** Returns the parser. */
    JsonParser parser() {
        return json;
    }

    /** Skips the value whose first token the parser has read. */
    void skip() throws IOException {
        json.skipChildren();
        json.finishToken();
    }

    /** Returns the text of the value whose first token the parser has read, and skips it. */
    Value value() throws IOException {
        long from = json.currentTokenLocation().getCharOffset();
        skip();
        long length = json.currentLocation().getCharOffset() - from;
        boolean whole = length <= MAX_VALUE;
        return new Value(text(from, (int) (whole ? length : PREVIEW_LENGTH)), whole);
    }

    private String text(long from, int length) throws IOException {
        text.skip(from - at);
        char[] read = new char[length];
        int count = 0;
        for (int more = 0; more >= 0 && count < length; more = text.read(read, count, length - count)) {
            count += more;
        }
        at = from + length;
        return new String(read, 0, length);
    }

    /** Opens a text after its byte order mark, if it has one. */
    static Reader open(Path file, Charset charset) throws IOException {
        BufferedReader text = Files.newBufferedReader(file, charset);
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
        return text;
    }

    @Override
    public void close() throws IOException {
        try (text) {
            json.close();
        }
    }

    /**
     * A value as it was sent.
     *
     * @param text the whole value, or its first {@value #PREVIEW_LENGTH} characters
     * @param whole whether the value has at most {@value #MAX_VALUE} characters
     */
    record Value(String text, boolean whole) {}
}
