package org.contacts4j.domain.patch;

import java.util.Set;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.Revision;

/**
 * The record versions at which a change is permitted. The domain counterpart of HTTP's {@code If-Match} and {@code
 * If-None-Match: *}.
 */
public sealed interface Precondition {

    /** No precondition: any version matches. */
    record None() implements Precondition {}

    /** One of these versions. No version matches an empty set. */
    record VersionIn(Set<Long> versions) implements Precondition {
        public VersionIn {
            versions = Set.copyOf(versions);
        }
    }

    /** The record must not exist. */
    record Absent() implements Precondition {}

    /** Returns a precondition that any version meets. */
    static Precondition none() {
        return new None();
    }

    /** Returns a precondition that only this version meets. */
    static Precondition version(long version) {
        return new VersionIn(Set.of(version));
    }

    /** Returns a precondition that is met only if the record does not exist. */
    static Precondition absent() {
        return new Absent();
    }

    /**
     * Checks an existing record.
     *
     * @throws ContactsFailure.Stale if the version does not match, or if the record must not exist
     */
    default void check(Revision revision) {
        check(revision.version());
    }

    /**
     * Checks the version of an existing record.
     *
     * @throws ContactsFailure.Stale if the version does not match, or if the record must not exist
     */
    default void check(long version) {
        if (this instanceof Absent) {
            throw ContactsFailure.Stale.alreadyExists(version);
        }
        if (this instanceof VersionIn expected && !expected.versions().contains(version)) {
            throw new ContactsFailure.Stale(version);
        }
    }

    /**
     * Checks a record that does not exist.
     *
     * @throws ContactsFailure.Stale if a version is expected
     */
    default void checkAbsent() {
        if (this instanceof VersionIn) {
            throw new ContactsFailure.Stale(0);
        }
    }
}
