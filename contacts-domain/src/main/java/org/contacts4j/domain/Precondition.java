package org.contacts4j.domain;

import java.util.Set;

/**
 * The versions a record may be at for a change to go ahead; the domain's side of HTTP's {@code If-Match} and {@code
 * If-None-Match: *}.
 */
public sealed interface Precondition {

    /** Any version will do. */
    record None() implements Precondition {}

    /** One of these versions; an empty set is met by none. */
    record VersionIn(Set<Long> versions) implements Precondition {
        public VersionIn {
            versions = Set.copyOf(versions);
        }
    }

    /** The record must not be there yet. */
    record Absent() implements Precondition {}

    /** Goes ahead at any version. */
    static Precondition none() {
        return new None();
    }

    /** Goes ahead at this version alone. */
    static Precondition version(long version) {
        return new VersionIn(Set.of(version));
    }

    /** Goes ahead when there is no record yet. */
    static Precondition absent() {
        return new Absent();
    }

    /** Throws {@link ContactsFailure.Stale} when the record is at another version, or must not be there. */
    default void check(Revision revision) {
        check(revision.version());
    }

    /** Throws {@link ContactsFailure.Stale} when this is another version than expected, or there must be none yet. */
    default void check(long version) {
        if (this instanceof Absent) {
            throw ContactsFailure.Stale.thereAlready(version);
        }
        if (this instanceof VersionIn expected && !expected.versions().contains(version)) {
            throw new ContactsFailure.Stale(version);
        }
    }

    /** Throws {@link ContactsFailure.Stale} when any version at all is expected of a record that is not there. */
    default void checkAbsent() {
        if (this instanceof VersionIn) {
            throw new ContactsFailure.Stale(0);
        }
    }
}
