package org.contacts4j.domain;

import java.util.UUID;

/** Names one company inside its organisation. */
public record CompanyId(UUID value) {

    /** Reads the 36-character text form. Anything else becomes an id that names nothing: a malformed id is an unknown one. */
    public static CompanyId parse(String text) {
        return new CompanyId(Uuids.parseOrNil(text));
    }

    /** Whether a company may carry this id: all but the nil UUID, which stands for every malformed id. */
    public boolean namesSomething() {
        return !value.equals(Uuids.NIL);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
