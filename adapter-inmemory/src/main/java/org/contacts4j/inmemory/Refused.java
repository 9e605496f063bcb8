package org.contacts4j.inmemory;

/** What a database would refuse to keep, had a service failed to check it. */
final class Refused extends IllegalStateException {

    private static final long serialVersionUID = 1;

    private Refused(String message) {
        super(message);
    }

    static void unless(boolean right, String message) {
        if (!right) {
            throw new Refused(message);
        }
    }
}
