package org.contacts4j.application.idempotency;

/** Thrown when another attempt has taken a claim over, because this one took too long. Nothing is stored then. */
public final class ClaimLost extends RuntimeException {

    private static final long serialVersionUID = 1;

    ClaimLost() {
        super("another attempt has claimed the request", null, false, false);
    }
}
