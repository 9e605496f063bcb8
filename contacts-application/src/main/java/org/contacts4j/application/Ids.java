package org.contacts4j.application;

import java.util.UUID;

/** Makes the ids of new records. */
@FunctionalInterface
public interface Ids {

    /** An id that was never given out before. */
    UUID next();
}
