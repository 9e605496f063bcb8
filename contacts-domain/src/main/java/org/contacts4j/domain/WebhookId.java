package org.contacts4j.domain;

import java.util.UUID;

/** Names one webhook of an organisation. */
public record WebhookId(UUID value) {

    /** Reads the 36-character text form. Anything else becomes an id that names nothing: a malformed id is an unknown one. */
    public static WebhookId parse(String text) {
        return new WebhookId(Uuids.parseOrNil(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
