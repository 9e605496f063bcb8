package org.contacts4j.json.canonical;

import org.contacts4j.domain.Address;
import org.contacts4j.domain.AddressPart;
import org.contacts4j.json.JsonType;
import org.contacts4j.json.JsonWriter;
import org.contacts4j.json.ValueReaders;

/** The JSON of a postal address in the canonical API: all parts are present, null when unset. */
final class AddressJson {

    static final JsonType<Address> TYPE = JsonType.object(ValueReaders.ADDRESS, shape());

    private AddressJson() {}

    private static JsonWriter<Address> shape() {
        JsonWriter<Address> shape = new JsonWriter<>();
        for (AddressPart part : AddressPart.values()) {
            shape.text(part.key(), address -> address.get(part));
        }
        return shape;
    }
}
