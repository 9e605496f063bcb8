package org.contacts4j.http.webhook;

import java.util.Map;

/**
 * A request that is to be sent once.
 *
 * @param body JSON in UTF-8
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record WebhookRequest(String url, Map<String, String> headers, byte[] body) {}
