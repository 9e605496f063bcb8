package org.contacts4j.domain.id;

import java.util.UUID;

/** The identifier of a webhook of an organization. */
public record WebhookId(UUID value) {

    /** Parses the 36-character text form. Malformed text yields the nil id, which names no record. */
    public static WebhookId parse(String text) {
        return new WebhookId(Uuids.parseOrNil(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
