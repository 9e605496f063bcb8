package org.contacts4j.http.spn;

import java.util.Objects;
import org.contacts4j.application.contact.ContactAtCompany;
import org.contacts4j.domain.contact.PersonName;
import org.contacts4j.json.JsonWriter;
import org.contacts4j.json.Timestamps;

/**
 * The JSON of a contact, as in SPN's documentation. The first name and the e-mail address are never null there, so a
 * missing one is an empty text.
 */
final class ContactJson {

    static final JsonWriter<ContactAtCompany> CONTACT = new JsonWriter<ContactAtCompany>()
            .id("id", c -> c.contact().id())
            .id("company_id", c -> c.contact().job().companyId())
            .text("first_name", c -> firstName(c.contact().name()))
            .text("last_name", c -> c.contact().name().lastOrLastWord())
            .text("email", c -> Objects.requireNonNullElse(c.contact().email(), ""))
            .text("phone", c -> c.contact().phone())
            .text("designation", c -> c.contact().job().title())
            .flag("is_primary", ContactAtCompany::primary)
            .text("created_at", c -> Timestamps.of(c.contact().revision().createdAt()))
            .text("updated_at", c -> Timestamps.of(c.contact().revision().updatedAt()));

    private ContactJson() {}

    /** Returns the first name as this API shows it, which is never null. */
    static String firstName(PersonName name) {
        return Objects.requireNonNullElse(name.firstOrLeadingWords(), "");
    }
}
