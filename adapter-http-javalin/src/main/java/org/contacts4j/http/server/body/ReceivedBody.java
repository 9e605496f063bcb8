package org.contacts4j.http.server.body;

import java.security.MessageDigest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A body in memory whose bytes can be taken once, unless they were hashed for a request that may run again. */
final class ReceivedBody {

    private byte @Nullable [] bytes;
    private boolean reusable;

    ReceivedBody(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Returns whether the body has no bytes, or they have been taken. */
    boolean isEmpty() {
        return bytes == null || bytes.length == 0;
    }

    /** Adds the bytes to a hash. From now on they can be taken several times. */
    void addTo(MessageDigest digest) {
        reusable = true;
        digest.update(Objects.requireNonNull(bytes, "the body was taken already"));
    }

    /**
     * Returns the bytes and drops the reference to them, so that they can be garbage-collected as soon as they are
     * parsed.
     *
     * @throws NullPointerException when the bytes have been taken before
     */
    byte[] take() {
        byte[] taken = Objects.requireNonNull(bytes, "the body was taken already");
        if (!reusable) {
            bytes = null;
        }
        return taken;
    }
}
