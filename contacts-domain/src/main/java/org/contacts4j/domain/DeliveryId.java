package org.contacts4j.domain;

import java.util.UUID;

/** Names one message among those to a webhook; receivers know it by this name, however often it is sent. */
public record DeliveryId(UUID value) {

    /** Reads the 36-character text form. Anything else becomes an id that names nothing: a malformed id is an unknown one. */
    public static DeliveryId parse(String text) {
        return new DeliveryId(Uuids.parseOrNil(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
