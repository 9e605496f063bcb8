package org.contacts4j.jdbi;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** A connection of the pool that is taken when the first statement needs it. */
final class LazyHandle implements AutoCloseable {

    private final Jdbi jdbi;
    private @Nullable Handle handle;

    LazyHandle(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    Handle get() {
        Handle opened = handle;
        if (opened == null) {
            opened = jdbi.open();
            handle = opened;
        }
        return opened;
    }

    /** Gives the connection back; the next statement takes another one. */
    @Override
    public void close() {
        Handle opened = handle;
        handle = null;
        if (opened != null) {
            opened.close();
        }
    }
}
