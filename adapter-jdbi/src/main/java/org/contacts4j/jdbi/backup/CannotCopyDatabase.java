package org.contacts4j.jdbi.backup;

/** Thrown when a database cannot be copied to another one. The message is a single line for the operator. */
public final class CannotCopyDatabase extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CannotCopyDatabase(String message) {
        super(message);
    }

    CannotCopyDatabase(String message, Throwable cause) {
        super(message.lines().findFirst().orElse(message), cause);
    }
}
