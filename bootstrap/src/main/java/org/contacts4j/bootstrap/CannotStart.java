package org.contacts4j.bootstrap;

/** Thrown when a command cannot run until the operator corrects something. The message says what, in one line. */
public final class CannotStart extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final boolean isCommandLineError;

    private CannotStart(String message, boolean isCommandLineError) {
        super(message, null, false, false);
        this.isCommandLineError = isCommandLineError;
    }

    /** Returns the failure of a command that cannot start, or of a server that cannot continue. */
    public static CannotStart because(String reason) {
        return new CannotStart(reason, false);
    }

    /** Returns the failure of a command whose command line is invalid. */
    public static CannotStart invalidCommandLine(String reason) {
        return new CannotStart(reason, true);
    }

    /** Returns the message; never null. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }

    public boolean isCommandLineError() {
        return isCommandLineError;
    }
}
