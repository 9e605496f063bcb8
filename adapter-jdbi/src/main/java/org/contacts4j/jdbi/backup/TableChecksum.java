package org.contacts4j.jdbi.backup;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The number of rows of a table and a checksum of their values that does not depend on the order of the rows. It is the
 * sum of 128 bits of the SHA-256 of each row, so equal rows do not cancel each other out.
 */
final class TableChecksum {

    private static final byte NULL = 0;
    private static final byte TEXT = 1;
    private static final byte TEXTS = 2;

    private final MessageDigest digest = sha256();
    private long first;
    private long second;
    private long rows;

    /** Adds a row. Each value is null, a text, or a list of texts, in its canonical form. */
    void add(@Nullable Object[] row) {
        for (@Nullable Object value : row) {
            add(value);
        }
        ByteBuffer hash = ByteBuffer.wrap(digest.digest());
        first += hash.getLong();
        second += hash.getLong();
        rows++;
    }

    private void add(@Nullable Object value) {
        if (value == null) {
            digest.update(NULL);
        } else if (value instanceof List<?> list) {
            digest.update(TEXTS);
            digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(list.size()).flip());
            list.forEach(this::add);
        } else {
            byte[] bytes = value.toString().getBytes(StandardCharsets.UTF_8);
            digest.update(TEXT);
            digest.update(
                    ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
            digest.update(bytes);
        }
    }

    long rows() {
        return rows;
    }

    /** Returns the checksum in 32 hexadecimal digits. */
    String text() {
        return "%016x%016x".formatted(first, second);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
