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

/**
 * A stream that measures content while it is received. It counts the bytes, computes their SHA-256 checksum, records
 * the first bytes, and throws when the content is too large.
 */
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

    /** Returns the checksum. Callers must call this once, at the end. */
    String sha256Hex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    byte[] head() {
        return head.toByteArray();
    }

    // Unchecked, so that a client that disconnects is not mistaken for a storage failure.
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
