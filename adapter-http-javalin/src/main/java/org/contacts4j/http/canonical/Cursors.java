package org.contacts4j.http.canonical;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.contacts4j.application.page.Order;
import org.contacts4j.application.page.Position;

/** An encoder and decoder of opaque list cursors. Cursors are signed, so only issued cursors are accepted. */
public final class Cursors {

    private static final String HMAC = "HmacSHA256";
    private static final int HMAC_BYTES = 32;
    private static final int MAX_TEXT = 4_000;

    private final Mac keyed;

    public Cursors(byte[] key) {
        try {
            keyed = Mac.getInstance(HMAC);
            keyed.init(new SecretKeySpec(key, HMAC));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the cursor of a position in a list of this order. */
    public String write(Order order, Position position) {
        byte[] payload = payload(order, position);
        byte[] signed = Arrays.copyOf(payload, payload.length + HMAC_BYTES);
        System.arraycopy(hmac(payload), 0, signed, payload.length, HMAC_BYTES);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
    }

    /**
     * Returns the position of a cursor; empty when the cursor was not issued for a list of this order with this key.
     */
    public Optional<Position> read(Order order, String cursor) {
        try {
            byte[] signed = cursor.length() > MAX_TEXT
                    ? new byte[0]
                    : Base64.getUrlDecoder().decode(cursor);
            if (signed.length <= HMAC_BYTES) {
                return Optional.empty();
            }
            byte[] payload = Arrays.copyOf(signed, signed.length - HMAC_BYTES);
            byte[] hmac = Arrays.copyOfRange(signed, payload.length, signed.length);
            return MessageDigest.isEqual(hmac, hmac(payload)) ? position(order, payload) : Optional.empty();
        } catch (IllegalArgumentException | IOException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static byte[] payload(Order order, Position position) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF(nameOf(order));
            out.writeUTF(position.name());
            out.writeUTF(position.time().toString());
            out.writeLong(position.id().getMostSignificantBits());
            out.writeLong(position.id().getLeastSignificantBits());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static Optional<Position> position(Order order, byte[] payload) throws IOException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(payload))) {
            if (!in.readUTF().equals(nameOf(order))) {
                return Optional.empty();
            }
            String name = in.readUTF();
            Instant time = Instant.parse(in.readUTF());
            return Optional.of(new Position(name, time, new UUID(in.readLong(), in.readLong())));
        }
    }

    private static String nameOf(Order order) {
        return order.key() + (order.descending() ? " desc" : " asc");
    }

    private byte[] hmac(byte[] payload) {
        try {
            return ((Mac) keyed.clone()).doFinal(payload);
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }
}
