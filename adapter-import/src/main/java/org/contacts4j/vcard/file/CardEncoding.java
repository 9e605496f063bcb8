package org.contacts4j.vcard.file;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.contacts4j.importing.text.TextEncoding;

/**
 * The encoding of the properties of a file of vCards. A property of vCard 2.1 may declare an encoding of its own in the
 * parameter CHARSET. A property that is not UTF-8 and declares nothing is read as Windows-1252.
 *
 * @param charset the encoding of properties that declare none
 * @param isCertain whether the encoding is known from the file itself, which precedes CHARSET
 */
public record CardEncoding(Charset charset, boolean isCertain) {

    private static final Pattern CHARSET =
            Pattern.compile("^[^:]*?;\\s*CHARSET\\s*=\\s*\"?([^;:\"\\s]+)", Pattern.CASE_INSENSITIVE);

    private static final char REPLACEMENT = '\ufffd';

    /** How a property was decoded. */
    enum Result {
        ASCII,
        /** The property is in the encoding of its parameter CHARSET. */
        OWN,
        /** The property is in the encoding of the file. */
        SHARED,
        /** The property is not UTF-8, and was read as Windows-1252. */
        OTHER,
        /** Bytes that cannot be decoded became U+FFFD. */
        DAMAGED
    }

    /** The text of a property with its line breaks. */
    record Decoded(String text, Result result) {}

    /** Decodes a property, whose lines are separated by LF. */
    Decoded decode(byte[] property) {
        if (isAscii(property)) {
            return new Decoded(new String(property, StandardCharsets.US_ASCII), Result.ASCII);
        }
        return ownCharset(property)
                .flatMap(own -> decoded(property, own))
                .map(text -> new Decoded(text, Result.OWN))
                .or(() -> decoded(property, charset).map(text -> new Decoded(text, Result.SHARED)))
                .orElseGet(() -> decodedSomehow(property));
    }

    private Optional<Charset> ownCharset(byte[] property) {
        Matcher found = CHARSET.matcher(new String(property, StandardCharsets.ISO_8859_1));
        return isCertain || !found.find() ? Optional.empty() : TextEncoding.named(found.group(1));
    }

    private Decoded decodedSomehow(byte[] property) {
        boolean isUtf8 = charset.equals(StandardCharsets.UTF_8);
        String text = new String(property, isUtf8 ? TextEncoding.WINDOWS : charset);
        boolean isDamaged = text.indexOf(REPLACEMENT) >= 0;
        return new Decoded(text, isDamaged ? Result.DAMAGED : Result.OTHER);
    }

    /** Decodes the lines; if a line break is inside of a character, as RFC 6350 allows, without line breaks. */
    private static Optional<String> decoded(byte[] property, Charset charset) {
        return strictlyDecoded(property, charset).or(() -> strictlyDecoded(unfolded(property), charset));
    }

    private static Optional<String> strictlyDecoded(byte[] bytes, Charset charset) {
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** Returns the property without line breaks and the space after each. */
    static byte[] unfolded(byte[] property) {
        ByteArrayOutputStream unfolded = new ByteArrayOutputStream(property.length);
        for (int i = 0; i < property.length; i++) {
            if (property[i] == '\n') {
                i++;
            } else {
                unfolded.write(property[i]);
            }
        }
        return unfolded.toByteArray();
    }

    private static boolean isAscii(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }
}
