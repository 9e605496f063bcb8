package org.contacts4j.domain.id;

import java.util.UUID;

/** The identifier of a webhook delivery. Every attempt of a delivery sends the same id. */
public record DeliveryId(UUID value) {

    /** Parses the 36-character text form. Malformed text yields the nil id, which names no record. */
    public static DeliveryId parse(String text) {
        return new DeliveryId(Uuids.parseOrNil(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
