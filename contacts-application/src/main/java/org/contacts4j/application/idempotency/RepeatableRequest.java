package org.contacts4j.application.idempotency;

/**
 * A request with an idempotency key.
 *
 * @param id identifies the sender, the route and the key, as a hash of at most 64 characters
 * @param fingerprint identifies the content of the request, as a hash of at most 64 characters
 */
public record RepeatableRequest(String id, String fingerprint) {}
