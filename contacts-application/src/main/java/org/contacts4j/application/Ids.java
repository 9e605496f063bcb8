package org.contacts4j.application;

import java.util.UUID;

/** A generator of ids for new records. */
@FunctionalInterface
public interface Ids {

    /** Returns an id that was never returned before. */
    UUID next();
}
