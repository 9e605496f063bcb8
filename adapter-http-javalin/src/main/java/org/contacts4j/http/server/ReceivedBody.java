package org.contacts4j.http.server;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A body in memory, until it is taken. */
final class ReceivedBody {

    private byte @Nullable [] bytes;

    ReceivedBody(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Whether there is nothing to take. */
    boolean isEmpty() {
        return bytes == null || bytes.length == 0;
    }

    /** Returns the bytes and lets go of them, so that the garbage collector can have them as soon as they are parsed. */
    byte[] take() {
        byte[] taken = Objects.requireNonNull(bytes, "the body was taken already");
        bytes = null;
        return taken;
    }
}
