package org.contacts4j.inmemory;

/** What a database would refuse to keep, had a service failed to check it. */
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
