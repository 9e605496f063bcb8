package org.contacts4j.jdbi;

/** The database cannot be used as it is configured. The message is one line, made for whoever set it up. */
public final class CannotOpenDatabase extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CannotOpenDatabase(String message) {
        super(message);
    }

    CannotOpenDatabase(String message, Throwable cause) {
        super(message.lines().findFirst().orElse(message), cause);
    }
}
