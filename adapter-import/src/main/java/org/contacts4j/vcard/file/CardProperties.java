package org.contacts4j.vcard.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.contacts4j.application.attachment.upload.NewFile;
import org.contacts4j.domain.validation.Fault;
import org.contacts4j.vcard.file.CardEncoding.Decoded;
import org.contacts4j.vcard.file.CardEncoding.Result;
import org.jspecify.annotations.Nullable;

/**
 * The properties of a file of vCards, one after another. Memory use does not depend on the length of a property. Texts
 * are decoded, and pictures and sounds are stored in temporary files.
 */
final class CardProperties implements AutoCloseable {

    private final ByteLines lines;
    private final CardEncoding encoding;
    private final @Nullable EmbeddedFiles files;
    private final int max;

    /**
     * @param files receives the pictures and sounds; null to skip them
     * @param max the number of bytes beyond which the rest of a text is skipped
     */
    CardProperties(InputStream in, CardEncoding encoding, @Nullable EmbeddedFiles files, int max) {
        this.lines = new ByteLines(in);
        this.encoding = encoding;
        this.files = files;
        this.max = max;
    }

    /**
     * A property.
     *
     * @param text the text with its line breaks; empty for a file
     * @param isCut whether the text was longer than the maximum
     * @param file the file of the property; null for a text, and for a file that is skipped or left out
     * @param fault why a file was left out; null if it was not
     */
    record Property(
            String text,
            Result result,
            boolean isCut,
            @Nullable NewFile file,
            @Nullable Fault fault) {}

    /** Returns the next property; null at the end. */
    @Nullable
    Property next() throws IOException {
        byte @Nullable [] part = lines.next();
        if (part == null) {
            return null;
        }
        Optional<EmbeddedKind> kind = EmbeddedKind.of(latin(part));
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        text.write(part);
        boolean isCut = false;
        int start = kind.isEmpty() ? EmbeddedKind.NONE : EmbeddedKind.UNDECIDED;
        while (true) {
            boolean isWhole = !continues();
            if (start == EmbeddedKind.UNDECIDED) {
                byte[] unfolded = CardEncoding.unfolded(text.toByteArray());
                start = EmbeddedKind.contentStart(latin(unfolded), isWhole);
                if (start >= 0) {
                    return file(kind.orElseThrow(), unfolded, start);
                }
            }
            if (isWhole) {
                break;
            }
            isCut |= text.size() > max;
            if (!isCut && lines.hasLineEnded()) {
                text.write('\n');
            }
            byte[] next = nextPart();
            if (!isCut) {
                text.write(next);
            }
        }
        Decoded decoded = encoding.decode(text.toByteArray());
        return new Property(decoded.text(), decoded.result(), isCut || text.size() > max, null, null);
    }

    private boolean continues() throws IOException {
        return !lines.hasLineEnded() || lines.peek() == ' ' || lines.peek() == '\t';
    }

    private byte[] nextPart() throws IOException {
        byte @Nullable [] part = lines.next();
        return part == null ? new byte[0] : part;
    }

    /** Reads the file of a property. Some programs write lines of Base64 without the space that continues a property. */
    private Property file(EmbeddedKind kind, byte[] beginning, int start) throws IOException {
        try (EmbeddedContent content = new EmbeddedContent(kind, files)) {
            content.write(beginning, start);
            while (continues() || lines.nextLineConsistsOf(EmbeddedContent::isBase64)) {
                content.write(nextPart(), 0);
            }
            Optional<NewFile> file = content.end();
            @Nullable String why = file.isPresent() ? null : content.fault();
            return new Property(
                    "", Result.ASCII, false, file.orElse(null), why == null ? null : new Fault(kind.name(), why));
        }
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
