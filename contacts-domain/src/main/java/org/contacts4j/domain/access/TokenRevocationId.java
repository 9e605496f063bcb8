package org.contacts4j.domain.access;

import java.util.UUID;
import org.contacts4j.domain.id.Uuids;

/** The identifier of a token revocation of an organization. */
public record TokenRevocationId(UUID value) {

    /** Parses the 36-character text form. Malformed text yields the nil id, which names no record. */
    public static TokenRevocationId parse(String text) {
        return new TokenRevocationId(Uuids.parseOrNil(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
