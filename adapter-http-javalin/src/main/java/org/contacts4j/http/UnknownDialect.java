package org.contacts4j.http;

import java.util.List;

/** Thrown when the settings name a dialect that does not exist. */
public final class UnknownDialect extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String name;
    private final transient List<String> known;

    UnknownDialect(String name, List<String> known) {
        super("There is no dialect '" + name + "'.");
        this.name = name;
        this.known = known;
    }

    public String name() {
        return name;
    }

    /** Returns the names of the existing dialects. */
    public List<String> known() {
        return known;
    }
}
