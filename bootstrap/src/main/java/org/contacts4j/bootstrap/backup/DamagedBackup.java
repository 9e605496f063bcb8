package org.contacts4j.bootstrap.backup;

/** Thrown when a file cannot be read as a backup. The message is a single line for the operator. */
final class DamagedBackup extends RuntimeException {

    private static final long serialVersionUID = 1;

    DamagedBackup(String message) {
        super(message);
    }
}
