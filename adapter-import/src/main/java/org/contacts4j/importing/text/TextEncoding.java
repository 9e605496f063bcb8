package org.contacts4j.importing.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The encoding of a text file.
 *
 * <p>A byte order mark determines the encoding, else the client's declaration. Without either, the encoding is UTF-16
 * if every second byte is mostly zero, else UTF-8. A line that is not UTF-8 is read as Windows-1252, the default of
 * spreadsheets. If no line has a UTF-8 character, the file is in Windows-1252.
 *
 * @param mark the length of the byte order mark in bytes
 * @param mixed whether some lines are not UTF-8
 */
public record TextEncoding(Charset charset, int mark, boolean mixed) {

    /** The encoding of lines that are not UTF-8 and declare no encoding. */
    public static final Charset WINDOWS = Charset.forName("windows-1252");

    private static final int BUFFER = 64 * 1024;
    private static final int SAMPLE = 4 * 1024;
    private static final int MIN_SHARE_OF_ZEROS = 20;

    /** Returns whether an encoding with this name is known. */
    public static boolean isKnown(String name) {
        return Charsets.named(name).isPresent();
    }

    /** Returns the encoding that a client means by a name; empty if it is unknown. */
    public static Optional<Charset> named(String name) {
        return Charsets.named(name);
    }

    /**
     * Returns the encoding of a file.
     *
     * @param declared the name of the encoding that the client declares, which must be known; null if it declares none
     */
    public static TextEncoding of(Path file, @Nullable String declared) throws IOException {
        byte[] first = sample(file);
        Optional<TextEncoding> marked = marked(first);
        if (marked.isPresent()) {
            TextEncoding found = marked.get();
            return found.charset.equals(StandardCharsets.UTF_8) ? utf8(file, found.mark) : found;
        }
        Optional<Charset> named = declared == null ? Optional.empty() : Charsets.named(declared);
        if (named.isPresent() && !named.get().equals(StandardCharsets.UTF_8)) {
            boolean halfKnown = named.get().equals(StandardCharsets.UTF_16);
            return new TextEncoding(halfKnown ? utf16(first).orElse(StandardCharsets.UTF_16BE) : named.get(), 0, false);
        }
        Optional<Charset> wide = utf16(first);
        return wide.isPresent() ? new TextEncoding(wide.get(), 0, false) : utf8(file, 0);
    }

    /** Returns the encoding of JSON: the declared one, which must be known, or UTF-8 (RFC 8259). */
    public static Charset ofJson(@Nullable String declared) {
        return declared == null
                ? StandardCharsets.UTF_8
                : Charsets.named(declared).orElse(StandardCharsets.UTF_8);
    }

    /** Returns the name of the encoding, as the client declared it if it did. */
    public String nameFor(@Nullable String declared) {
        boolean same = declared != null
                && mark == 0
                && Charsets.named(declared).filter(charset::equals).isPresent();
        return same && declared != null ? Charsets.canonical(declared) : charset.name();
    }

    /** Opens the text without the byte order mark. Bytes that cannot be decoded become U+FFFD. */
    public Reader open(Path file) throws IOException {
        return open(file, new BitSet());
    }

    /**
     * Opens the text without the byte order mark.
     *
     * @param otherLines receives the numbers of the lines that are not UTF-8, when they are read
     */
    public Reader open(Path file, BitSet otherLines) throws IOException {
        InputStream in = openBytes(file);
        return mixed ? new MixedLines(in, otherLines) : new InputStreamReader(in, charset);
    }

    /** Opens the file without the byte order mark. The caller must close the stream. */
    public InputStream openBytes(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        in.skipNBytes(mark);
        return in;
    }

    /** Returns whether U+FFFD in the text may be a byte that could not be decoded. */
    public boolean replacesBytes() {
        return !charset.equals(StandardCharsets.UTF_8);
    }

    private static TextEncoding utf8(Path file, int mark) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            in.skipNBytes(mark);
            if (isUtf8(in)) {
                return new TextEncoding(StandardCharsets.UTF_8, mark, false);
            }
        }
        try (InputStream in = Files.newInputStream(file)) {
            in.skipNBytes(mark);
            boolean mixed = mark > 0 || MixedLines.haveUtf8(in);
            return new TextEncoding(mixed ? StandardCharsets.UTF_8 : WINDOWS, mark, mixed);
        }
    }

    private static boolean isUtf8(InputStream in) throws IOException {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.allocate(BUFFER);
        CharBuffer chars = CharBuffer.allocate(BUFFER);
        int read = in.read(bytes.array());
        while (read >= 0) {
            bytes.limit(bytes.position() + read).position(0);
            if (decoder.decode(bytes, chars.clear(), false).isError()) {
                return false;
            }
            bytes.compact();
            read = in.read(bytes.array(), bytes.position(), bytes.remaining());
        }
        return !decoder.decode(bytes.flip(), chars.clear(), true).isError();
    }

    private static byte[] sample(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(SAMPLE);
        }
    }

    private static Optional<TextEncoding> marked(byte[] first) {
        if (startsWith(first, 0xEF, 0xBB, 0xBF)) {
            return Optional.of(new TextEncoding(StandardCharsets.UTF_8, 3, false));
        }
        if (startsWith(first, 0xFF, 0xFE, 0, 0)) {
            return Optional.of(new TextEncoding(Charset.forName("UTF-32LE"), 4, false));
        }
        if (startsWith(first, 0xFE, 0xFF)) {
            return Optional.of(new TextEncoding(StandardCharsets.UTF_16BE, 2, false));
        }
        if (startsWith(first, 0xFF, 0xFE)) {
            return Optional.of(new TextEncoding(StandardCharsets.UTF_16LE, 2, false));
        }
        return Optional.empty();
    }

    /**
     * Returns the byte order of UTF-16 without a mark; empty for other texts. Separators and line breaks have a zero
     * byte in UTF-16, in every script. UTF-8 has zero bytes only for the character U+0000.
     */
    private static Optional<Charset> utf16(byte[] first) {
        int even = 0;
        int odd = 0;
        for (int i = 0; i < first.length; i++) {
            if (first[i] == 0) {
                even += 1 - i % 2;
                odd += i % 2;
            }
        }
        int most = Math.max(even, odd);
        if (most * MIN_SHARE_OF_ZEROS < first.length || most < 2 || Math.min(even, odd) * MIN_SHARE_OF_ZEROS > most) {
            return Optional.empty();
        }
        return Optional.of(even > odd ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE);
    }

    private static boolean startsWith(byte[] bytes, int... wanted) {
        if (bytes.length < wanted.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if ((bytes[i] & 0xFF) != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}
