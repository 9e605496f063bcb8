package org.contacts4j.inmemory;

/** Thrown for data that a database constraint would reject, when a service has failed to check it. */
final class ConstraintViolation extends IllegalStateException {

    private static final long serialVersionUID = 1;

    private ConstraintViolation(String message) {
        super(message);
    }

    static void unless(boolean right, String message) {
        if (!right) {
            throw new ConstraintViolation(message);
        }
    }
}
