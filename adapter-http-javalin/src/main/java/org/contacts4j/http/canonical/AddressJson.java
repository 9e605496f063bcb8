package org.contacts4j.http.canonical;

import org.contacts4j.domain.Address;
import org.contacts4j.domain.AddressPart;
import org.contacts4j.http.json.JsonWritable;
import org.contacts4j.http.json.JsonWriter;
import org.jspecify.annotations.Nullable;

/** A postal address as the canonical API shows it: every part of it, null when unset. */
public final class AddressJson {

    public static final JsonWriter<Address> SHAPE = shape();

    private AddressJson() {}

    /** The address; null when there is none. */
    public static @Nullable JsonWritable<Address> from(@Nullable Address address) {
        return address == null ? null : new JsonWritable<>(address, SHAPE);
    }

    private static JsonWriter<Address> shape() {
        JsonWriter<Address> shape = new JsonWriter<>();
        for (AddressPart part : AddressPart.values()) {
            shape.text(part.key(), address -> address.get(part));
        }
        return shape;
    }
}
