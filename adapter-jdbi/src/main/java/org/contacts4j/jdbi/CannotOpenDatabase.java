package org.contacts4j.jdbi;

/** Thrown when the configured database cannot be used. The message is a single line for the operator. */
public final class CannotOpenDatabase extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CannotOpenDatabase(String message) {
        super(message);
    }

    public CannotOpenDatabase(String message, Throwable cause) {
        super(message.lines().findFirst().orElse(message), cause);
    }
}
