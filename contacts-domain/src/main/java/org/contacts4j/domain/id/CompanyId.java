package org.contacts4j.domain.id;

import java.util.UUID;

/** The identifier of a company, unique within its organization. */
public record CompanyId(UUID value) {

    /** Parses the 36-character text form. Malformed text yields the nil id, which names no record. */
    public static CompanyId parse(String text) {
        return new CompanyId(Uuids.parseOrNil(text));
    }

    /** Returns whether a company can have this id. False only for the nil UUID, which stands for every malformed id. */
    public boolean isValid() {
        return !value.equals(Uuids.NIL);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
