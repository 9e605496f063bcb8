package org.contacts4j.vcard;

import java.io.IOException;
import java.io.Reader;
import java.util.Locale;
import java.util.regex.Pattern;
import org.contacts4j.importing.text.LongLines;
import org.jspecify.annotations.Nullable;

/** Divides a file into vCards. Memory use does not depend on the size of the file or of the pictures in it. */
public final class CardTexts implements AutoCloseable {

    private static final int MAX_CARD = 1024 * 1024;

    /** Properties with pictures, sounds and keys, which may be long. */
    private static final Pattern BINARY =
            Pattern.compile("([A-Z0-9-]+\\.)?(PHOTO|LOGO|SOUND|KEY|X-MS-CARDPICTURE|X-PHOTO)[;:].*", Pattern.DOTALL);

    private final LongLines lines;

    /** Divides the text, which {@link #close} closes. */
    public CardTexts(Reader text) {
        lines = new LongLines(text, MAX_CARD);
    }

    /** Returns the next card; null at the end. Text between cards is ignored. */
    public @Nullable CardText next() throws IOException {
        @Nullable String line = lines.next();
        while (line != null && !CardText.isBegin(line)) {
            line = lines.next();
        }
        return line == null ? null : card(line);
    }

    private CardText card(String begin) throws IOException {
        StringBuilder card = new StringBuilder(begin).append('\n');
        int depth = 1;
        boolean isBinary = false;
        boolean isTooLong = false;
        while (depth > 0) {
            @Nullable String line = lines.next();
            if (line == null) {
                return new CardText(card.toString(), "is not ended by " + CardText.END);
            }
            isBinary = isContinuation(line) ? isBinary : isBinary(line);
            depth += CardText.isBegin(line) ? 1 : CardText.isEnd(line) ? -1 : 0;
            if (isBinary || isTooLong) {
                continue;
            }
            isTooLong = lines.isCut() || card.length() + line.length() > MAX_CARD;
            if (!isTooLong) {
                card.append(line).append('\n');
            }
        }
        return new CardText(card.toString(), isTooLong ? "must not take more than 1 MiB, without pictures" : null);
    }

    private static boolean isContinuation(String line) {
        return !line.isEmpty() && (line.charAt(0) == ' ' || line.charAt(0) == '\t');
    }

    /** Only the beginning of a line is compared. A link to a picture is short, and is kept. */
    private static boolean isBinary(String line) {
        String head = line.substring(0, Math.min(line.length(), 200)).toUpperCase(Locale.ROOT);
        return BINARY.matcher(head).matches() && !head.contains(":HTTP");
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
