package org.contacts4j.bootstrap;

/** The operator has to put something right first; the message says what, in one line. */
final class CannotStart extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final boolean commandLineIsWrong;

    private CannotStart(String message, boolean commandLineIsWrong) {
        super(message, null, false, false);
        this.commandLineIsWrong = commandLineIsWrong;
    }

    static CannotStart because(String reason) {
        return new CannotStart(reason, false);
    }

    /** The server ran, and cannot go on. */
    static CannotStart goOn(String reason) {
        return new CannotStart(reason, false);
    }

    /** What stands on the command line cannot be meant. */
    static CannotStart wrongCommandLine(String reason) {
        return new CannotStart(reason, true);
    }

    /** The message; never null. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }

    boolean commandLineIsWrong() {
        return commandLineIsWrong;
    }
}
