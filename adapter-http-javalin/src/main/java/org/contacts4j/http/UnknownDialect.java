package org.contacts4j.http;

import java.util.List;

/** There is no dialect of this name. */
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

    /** The dialects that there are. */
    public List<String> known() {
        return known;
    }
}
