package org.contacts4j.vcard;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.patch.Field;
import org.contacts4j.json.canonical.ContactJson;
import org.jspecify.annotations.Nullable;

/** The names of the properties that hold the fields of contacts, for validation errors. */
final class PropertyNames {

    private static final Map<String, String> BY_FIELD = byField();

    private PropertyNames() {}

    /** Returns the name of the property that holds a field; other names are returned unchanged. */
    static String of(String path) {
        String field = path.split("[.\\[]", 2)[0];
        @Nullable String property = BY_FIELD.get(field);
        return property == null ? path : property;
    }

    private static Map<String, String> byField() {
        Map<String, String> names = new HashMap<>();
        for (Field<Contact, ?> field : ContactField.all()) {
            names.put(field.name(), ContactCard.OWN + " " + ContactJson.pathOf(field.name()));
        }
        put(names, "FN", List.of(ContactField.NAME));
        put(names, "N", List.of(ContactField.FIRST_NAME, ContactField.LAST_NAME, ContactField.SALUTATION));
        put(names, "NICKNAME", List.of(ContactField.DISPLAY_NAME));
        put(names, "ORG", List.of(ContactField.COMPANY_NAME, ContactField.DEPARTMENT));
        put(names, "TITLE", List.of(ContactField.TITLE));
        put(names, "EMAIL", List.of(ContactField.EMAILS, ContactField.EMAIL, ContactField.SECONDARY_EMAIL));
        put(
                names,
                "TEL",
                List.of(
                        ContactField.PHONES,
                        ContactField.PHONE,
                        ContactField.SECONDARY_PHONE,
                        ContactField.MOBILE_PHONE,
                        ContactField.WORK_PHONE));
        put(names, "ADR", List.of(ContactField.ADDRESS));
        put(names, "URL", List.of(ContactField.WEBSITE));
        put(names, "NOTE", List.of(ContactField.NOTES));
        put(names, "CATEGORIES", List.of(ContactField.TAGS));
        put(names, "LANG", List.of(ContactField.LANGUAGE));
        return Map.copyOf(names);
    }

    private static void put(Map<String, String> names, String property, List<Field<Contact, ?>> fields) {
        fields.forEach(field -> names.put(field.name(), property));
    }
}
