package org.contacts4j.http.scenario;

import static org.contacts4j.http.scenario.Scenario.scenario;

import java.util.List;
import java.util.stream.Stream;

/** The JSON of a contact as BottleCRM's clients send it, and its members. */
public final class BottleCrmContact {

    static final String ADA = "{\"first_name\": \"Ada\", \"last_name\": \"Lovelace\"}";

    private static final List<String> TEXTS = List.of(
            "organization",
            "department",
            "designation",
            "address_line",
            "street",
            "city",
            "state",
            "postcode",
            "country",
            "salutation",
            "language",
            "linked_in_url",
            "linkedin_url",
            "facebook_url",
            "twitter_username",
            "date_of_birth");

    private BottleCrmContact() {}

    /** Returns the optional members that hold any text of up to 255 characters, and these members. */
    public static List<String> textsAnd(String... more) {
        return Stream.concat(TEXTS.stream(), Stream.of(more)).toList();
    }

    /** Begins a scenario with a contact; its id is stored as {@code ada} and its organization as {@code org}. */
    static Scenario ada(String name) {
        return scenario(name).post("/api/contacts/", ADA).makes("ada").keep("org", "org");
    }
}
