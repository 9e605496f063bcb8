package org.contacts4j.domain;

/** The parts of a postal address, in the order they are shown (RFC 6350 section 6.3, named after seed 004). */
public enum AddressPart {
    /** A UUID; made up by Contacts4J when it is not given. */
    ID("id", Rules.uuid()),
    ADDRESSEE("addressee", Rules.text(Rules.TEXT)),
    COMPANY_NAME("companyName", Rules.text(Rules.TEXT)),
    ATTENTION("attention", Rules.text(Rules.TEXT)),
    PHONE_NUMBER("phoneNumber", Rules.text(Rules.TEXT)),
    LINE_1("line1", Rules.text(Rules.TEXT)),
    LINE_2("line2", Rules.text(Rules.TEXT)),
    CITY("city", Rules.text(Rules.TEXT)),
    STATE_PROVINCE("stateProvince", Rules.text(Rules.TEXT)),
    POSTAL_CODE("postalCode", Rules.text(Rules.TEXT)),
    /** ISO 3166-1 alpha-2. */
    COUNTRY_CODE("countryCode", Rules.countryCode()),
    /** The country in the sender's own words. */
    COUNTRY("country", Rules.text(Rules.TEXT));

    private final String key;
    private final Rule<String> rule;

    AddressPart(String key, Rule<String> rule) {
        this.key = key;
        this.rule = rule;
    }

    /** The part's name in the canonical API. */
    public String key() {
        return key;
    }

    Rule<String> rule() {
        return rule;
    }
}
