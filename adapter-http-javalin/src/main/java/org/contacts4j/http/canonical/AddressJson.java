package org.contacts4j.http.canonical;

import org.contacts4j.domain.Address;
import org.contacts4j.domain.AddressPart;
import org.contacts4j.http.json.Shape;
import org.contacts4j.http.json.Shaped;
import org.jspecify.annotations.Nullable;

/** A postal address as the canonical API shows it: every part of it, null when unset. */
public final class AddressJson {

    public static final Shape<Address> SHAPE = shape();

    private AddressJson() {}

    /** The address; null when there is none. */
    public static @Nullable Shaped<Address> from(@Nullable Address address) {
        return address == null ? null : new Shaped<>(address, SHAPE);
    }

    private static Shape<Address> shape() {
        Shape<Address> shape = new Shape<>();
        for (AddressPart part : AddressPart.values()) {
            shape.text(part.key(), address -> address.get(part));
        }
        return shape;
    }
}
