package org.contacts4j.importing;

/** Thrown when a file is not a table or list of contacts. The message says what is wrong, for the sender of the file. */
public final class UnreadableFile extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnreadableFile(String message) {
        super(message);
    }
}
