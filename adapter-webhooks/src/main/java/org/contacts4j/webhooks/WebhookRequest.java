package org.contacts4j.webhooks;

import java.util.Map;

/**
 * The request of one attempt.
 *
 * @param body JSON in UTF-8
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record WebhookRequest(String url, Map<String, String> headers, byte[] body) {}
