package org.contacts4j.application.attachment;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.attachment.ContentType;

/** Content on its way in: counts it, takes its checksum, remembers how it begins, and stops it when it gets too large. */
final class MeasuredStream extends FilterInputStream {

    private final long maxBytes;
    private final MessageDigest digest = sha256();
    private final ByteArrayOutputStream head = new ByteArrayOutputStream(ContentType.BYTES_NEEDED);
    private long size;

    MeasuredStream(InputStream content, long maxBytes) {
        super(content);
        this.maxBytes = maxBytes;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        int count = readUnmeasured(target, offset, length);
        if (count > 0) {
            size += count;
            if (size > maxBytes) {
                throw new ContactsFailure.TooLarge(maxBytes);
            }
            digest.update(target, offset, count);
            head.write(target, offset, Math.min(count, ContentType.BYTES_NEEDED - head.size()));
        }
        return count;
    }

    long size() {
        return size;
    }

    /** To be asked once, at the end. */
    String sha256Hex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    byte[] head() {
        return head.toByteArray();
    }

    // Unchecked, so that nobody takes a sender that went away for content that could not be kept.
    private int readUnmeasured(byte[] target, int offset, int length) {
        try {
            return in.read(target, offset, length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
