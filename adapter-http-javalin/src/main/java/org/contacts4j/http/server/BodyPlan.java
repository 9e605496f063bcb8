package org.contacts4j.http.server;

/** What the server does with the body of a request, decided from the request's head. */
public sealed interface BodyPlan {

    /** Leaves the body in the connection. The request is refused without it, or its route reads none. */
    record Unread() implements BodyPlan {}

    /**
     * Holds the body in memory, unless it is too large.
     *
     * @param organization pays for the memory; empty for callers without a token
     * @param isRead whether routes read bodies of its media type; others stay in the connection
     */
    record InMemory(String organization, boolean isRead) implements BodyPlan {}

    /**
     * Stores the body in a temporary file.
     *
     * @param organization pays for the place among the uploads; empty for callers without a token
     * @param maxBytes the most bytes that are stored
     */
    record InFile(String organization, long maxBytes) implements BodyPlan {}
}
