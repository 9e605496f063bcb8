package org.contacts4j.http.spn;

import java.util.Objects;
import org.contacts4j.application.contact.ContactAtCompany;
import org.contacts4j.domain.contact.PersonName;
import org.contacts4j.json.JsonWriter;
import org.contacts4j.json.Timestamps;
import org.jspecify.annotations.Nullable;

/**
 * The JSON of a contact, as in SPN's documentation. The first name and the e-mail address are never null there, so a
 * missing one is an empty text.
 */
final class ContactJson {

    static final JsonWriter<ContactAtCompany> CONTACT = new JsonWriter<ContactAtCompany>()
            .id("id", c -> c.contact().id())
            .id("company_id", c -> c.contact().job().companyId())
            .text("first_name", c -> firstName(c.contact().name()))
            .text("last_name", c -> lastName(c.contact().name()))
            .text("email", c -> Objects.requireNonNullElse(c.contact().email(), ""))
            .text("phone", c -> c.contact().phone())
            .text("designation", c -> c.contact().job().title())
            .flag("is_primary", ContactAtCompany::primary)
            .text("created_at", c -> Timestamps.of(c.contact().revision().createdAt()))
            .text("updated_at", c -> Timestamps.of(c.contact().revision().updatedAt()));

    private ContactJson() {}

    /** Returns the first name; for a name without parts, everything except the last word. */
    static String firstName(PersonName name) {
        return hasParts(name)
                ? Objects.requireNonNullElse(name.first(), "")
                : name.full().substring(0, lastSpace(name)).strip();
    }

    static @Nullable String lastName(PersonName name) {
        if (hasParts(name)) {
            return name.last();
        }
        String last = name.full().substring(lastSpace(name)).strip();
        return last.isEmpty() ? null : last;
    }

    static boolean hasParts(PersonName name) {
        return name.first() != null || name.last() != null;
    }

    /** Returns the index of the space before the last word; the length of a name of one word. */
    private static int lastSpace(PersonName name) {
        int space = name.full().lastIndexOf(' ');
        return space < 0 ? name.full().length() : space;
    }
}
