package org.contacts4j.vcard;

import ezvcard.property.Address;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.contacts4j.domain.AddressPart;
import org.jspecify.annotations.Nullable;

/** The property ADR. */
final class CardAddress {

    /** The parts that ADR does not hold. The id is not one of them, because it is not read from clients. */
    static final List<AddressPart> UNHELD =
            List.of(AddressPart.ADDRESSEE, AddressPart.COMPANY_NAME, AddressPart.ATTENTION, AddressPart.PHONE_NUMBER);

    /** The parameter with the country code (RFC 8605). */
    private static final String COUNTRY_CODE = "CC";

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private CardAddress() {}

    static Address write(org.contacts4j.domain.Address address) {
        Address property = new Address();
        String line1 = address.get(AddressPart.LINE_1);
        String line2 = address.get(AddressPart.LINE_2);
        if (line1 != null || line2 != null) {
            property.getStreetAddresses().add(line1 == null ? "" : line1);
        }
        if (line2 != null) {
            property.getStreetAddresses().add(line2);
        }
        property.setLocality(address.get(AddressPart.CITY));
        property.setRegion(address.get(AddressPart.STATE_PROVINCE));
        property.setPostalCode(address.get(AddressPart.POSTAL_CODE));
        property.setCountry(address.get(AddressPart.COUNTRY));
        String code = address.get(AddressPart.COUNTRY_CODE);
        if (code != null) {
            property.setParameter(COUNTRY_CODE, code);
        }
        return property;
    }

    /** Returns whether the country of an address without a code looks like a code. */
    static boolean isAmbiguous(org.contacts4j.domain.Address address) {
        String country = address.get(AddressPart.COUNTRY);
        return country != null && address.get(AddressPart.COUNTRY_CODE) == null && isCode(country);
    }

    /** Returns the parts of an ADR. Lines after the first are joined. */
    static Map<AddressPart, String> read(Address property) {
        Map<AddressPart, String> parts = new EnumMap<>(AddressPart.class);
        List<String> lines = new ArrayList<>();
        Stream.of(property.getStreetAddresses(), property.getExtendedAddresses(), property.getPoBoxes())
                .flatMap(List::stream)
                .forEach(lines::add);
        if (!lines.isEmpty()) {
            put(parts, AddressPart.LINE_1, lines.get(0));
            put(parts, AddressPart.LINE_2, joined(lines.subList(1, lines.size())));
        }
        put(parts, AddressPart.CITY, joined(property.getLocalities()));
        put(parts, AddressPart.STATE_PROVINCE, joined(property.getRegions()));
        put(parts, AddressPart.POSTAL_CODE, joined(property.getPostalCodes()));
        @Nullable String code = property.getParameter(COUNTRY_CODE);
        String country = joined(property.getCountries());
        if (code != null && isCode(code)) {
            put(parts, AddressPart.COUNTRY_CODE, code);
            put(parts, AddressPart.COUNTRY, country);
        } else {
            put(parts, isCode(country) ? AddressPart.COUNTRY_CODE : AddressPart.COUNTRY, country);
        }
        return parts;
    }

    private static boolean isCode(String country) {
        return COUNTRIES.contains(country.strip().toUpperCase(Locale.ROOT));
    }

    private static void put(Map<AddressPart, String> parts, AddressPart part, String text) {
        if (!text.isBlank()) {
            parts.put(part, text);
        }
    }

    private static String joined(List<String> texts) {
        return String.join(", ", texts.stream().filter(text -> !text.isBlank()).toList());
    }
}
