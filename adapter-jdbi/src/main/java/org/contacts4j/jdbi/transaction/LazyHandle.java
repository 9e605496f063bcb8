package org.contacts4j.jdbi.transaction;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** A pooled connection that is acquired when the first statement needs it. */
public final class LazyHandle implements AutoCloseable {

    private final Jdbi jdbi;
    private @Nullable Handle handle;

    public LazyHandle(Jdbi jdbi) {
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

    /** Returns the connection to the pool. The next statement acquires another one. */
    @Override
    public void close() {
        Handle opened = handle;
        handle = null;
        if (opened != null) {
            opened.close();
        }
    }
}
