package org.contacts4j.vcard.file;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.contacts4j.application.attachment.upload.NewFile;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.attachment.ContentType;
import org.jspecify.annotations.Nullable;

/**
 * Decodes the Base64 text of a property to a temporary file. Methods throw {@link ContactsFailure.Unavailable} if the file
 * cannot be written.
 */
final class EmbeddedContent implements AutoCloseable {

    private static final int QUANTUM = 4;

    private final EmbeddedKind kind;
    private final @Nullable EmbeddedFiles files;
    private final @Nullable Path path;
    private final OutputStream out;
    private final MessageDigest digest = sha256();
    private final ByteArrayOutputStream head = new ByteArrayOutputStream(ContentType.BYTES_NEEDED);
    private final byte[] rest = new byte[QUANTUM];
    private int restLength;
    private long size;
    private boolean malformed;

    /** @param files receives the file; null to store nothing */
    EmbeddedContent(EmbeddedKind kind, @Nullable EmbeddedFiles files) {
        this.kind = kind;
        this.files = files;
        try {
            path = files == null ? null : files.create();
            out = path == null
                    ? OutputStream.nullOutputStream()
                    : new BufferedOutputStream(Files.newOutputStream(path));
        } catch (IOException e) {
            throw unavailable(e);
        }
    }

    private static ContactsFailure unavailable(IOException e) {
        return new ContactsFailure.Unavailable("The pictures of vCards cannot be stored in temporary files.", e);
    }

    static boolean isBase64(int b) {
        return (b >= 'A' && b <= 'Z')
                || (b >= 'a' && b <= 'z')
                || (b >= '0' && b <= '9')
                || b == '+'
                || b == '/'
                || b == '=';
    }

    /** Decodes the next part of the text. Characters outside of the alphabet are ignored, as in MIME. */
    void write(byte[] text, int from) {
        if (path == null) {
            return;
        }
        byte[] digits = new byte[restLength + text.length - from];
        System.arraycopy(rest, 0, digits, 0, restLength);
        int length = restLength;
        for (int i = from; i < text.length; i++) {
            if (isBase64(text[i])) {
                digits[length] = text[i];
                length++;
            }
        }
        int whole = length - length % QUANTUM;
        restLength = length - whole;
        System.arraycopy(digits, whole, rest, 0, restLength);
        decode(Arrays.copyOf(digits, whole));
    }

    private void decode(byte[] digits) {
        try {
            byte[] bytes = Base64.getDecoder().decode(digits);
            out.write(bytes);
            digest.update(bytes);
            head.write(bytes, 0, Math.min(bytes.length, ContentType.BYTES_NEEDED - head.size()));
            size += bytes.length;
        } catch (IllegalArgumentException notBase64) {
            malformed = true;
        } catch (IOException e) {
            throw unavailable(e);
        }
    }

    /** Ends the content. Returns the file; empty if it is not of its kind, which {@link #fault} explains. */
    Optional<NewFile> end() {
        decode(Arrays.copyOf(rest, restLength));
        close();
        if (files == null || path == null) {
            return Optional.empty();
        }
        Optional<String> name = malformed ? Optional.empty() : kind.fileName(ContentType.of(head.toByteArray(), ""));
        if (name.isEmpty()) {
            files.delete(path);
        }
        return name.map(known -> files.file(kind, known, size, HexFormat.of().formatHex(digest.digest()), path));
    }

    /** Returns why the content is no file of its kind; null if there is no content. */
    @Nullable
    String fault() {
        if (malformed) {
            return "is not Base64";
        }
        return size == 0 ? null : "is not " + kind.description();
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw unavailable(e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
