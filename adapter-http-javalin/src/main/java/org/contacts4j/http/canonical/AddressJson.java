package org.contacts4j.http.canonical;

import org.contacts4j.domain.Address;
import org.contacts4j.domain.AddressPart;
import org.jspecify.annotations.Nullable;

/** A postal address. */
public record AddressJson(
        @Nullable String id,
        @Nullable String addressee,
        @Nullable String companyName,
        @Nullable String attention,
        @Nullable String phoneNumber,
        @Nullable String line1,
        @Nullable String line2,
        @Nullable String city,
        @Nullable String stateProvince,
        @Nullable String postalCode,
        @Nullable String countryCode,
        @Nullable String country) {

    /** The address; null when there is none. */
    public static @Nullable AddressJson from(@Nullable Address address) {
        return address == null
                ? null
                : new AddressJson(
                        address.get(AddressPart.ID),
                        address.get(AddressPart.ADDRESSEE),
                        address.get(AddressPart.COMPANY_NAME),
                        address.get(AddressPart.ATTENTION),
                        address.get(AddressPart.PHONE_NUMBER),
                        address.get(AddressPart.LINE_1),
                        address.get(AddressPart.LINE_2),
                        address.get(AddressPart.CITY),
                        address.get(AddressPart.STATE_PROVINCE),
                        address.get(AddressPart.POSTAL_CODE),
                        address.get(AddressPart.COUNTRY_CODE),
                        address.get(AddressPart.COUNTRY));
    }
}
