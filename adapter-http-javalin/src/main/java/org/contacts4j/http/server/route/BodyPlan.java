package org.contacts4j.http.server.route;

/** The treatment of a request body, decided from the head of the request. */
public sealed interface BodyPlan {

    /** Leaves the body unread in the connection: the request is rejected without it, or its route reads no body. */
    record Unread() implements BodyPlan {}

    /**
     * Stores the body in memory, unless it is too large.
     *
     * @param organization the organization charged for the memory; empty for callers without a token
     * @param isRead whether routes read bodies of this media type; other bodies stay unread in the connection
     */
    record InMemory(String organization, boolean isRead) implements BodyPlan {}

    /**
     * Stores the body in a temporary file.
     *
     * @param organization the organization charged for one of the concurrent uploads; empty for callers without a token
     * @param maxBytes the maximum size of the body, in bytes
     */
    record InFile(String organization, long maxBytes) implements BodyPlan {}
}
