package org.contacts4j.http.server;

/** How an API words a refusal. */
@FunctionalInterface
public interface FailureText {

    /** The body of the answer. */
    byte[] of(Refusal refusal, String requestId);
}
