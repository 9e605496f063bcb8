package org.contacts4j.application;

import java.time.Instant;
import org.contacts4j.domain.ContactsFailure;
import org.jspecify.annotations.Nullable;

/**
 * Small binary states by name, such as rate-limit buckets, that all nodes of a store share. A crash of the database may
 * lose them. Thread-safe.
 */
public interface SharedStates {

    /**
     * Returns the current state with this name; null when there is none.
     *
     * @throws ContactsFailure.Unavailable if the store is currently unavailable
     */
    byte @Nullable [] find(String name);

    /**
     * Replaces the state with this name, unless it has changed since it was read.
     *
     * @param read the state as it was read; null when there was none
     * @param expiry when the store may delete the new state
     * @return whether the state was replaced
     * @throws ContactsFailure.Unavailable if the store is currently unavailable
     */
    boolean replace(String name, byte @Nullable [] read, byte[] next, Instant expiry);
}
