package org.contacts4j.json.canonical;

import org.contacts4j.domain.Address;
import org.contacts4j.domain.AddressPart;
import org.contacts4j.json.JsonWritable;
import org.contacts4j.json.JsonWriter;
import org.jspecify.annotations.Nullable;

/** The JSON of a postal address in the canonical API: all parts are present, null when unset. */
final class AddressJson {

    static final JsonWriter<Address> WRITER = shape();

    private AddressJson() {}

    /** Returns the JSON of an address; null for null. */
    static @Nullable JsonWritable<Address> from(@Nullable Address address) {
        return address == null ? null : new JsonWritable<>(address, WRITER);
    }

    private static JsonWriter<Address> shape() {
        JsonWriter<Address> shape = new JsonWriter<>();
        for (AddressPart part : AddressPart.values()) {
            shape.text(part.key(), address -> address.get(part));
        }
        return shape;
    }
}
