package org.contacts4j.http.bottlecrm;

import org.contacts4j.domain.Address;
import org.contacts4j.domain.AddressPart;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.json.JsonWriter;
import org.contacts4j.json.Timestamps;
import org.jspecify.annotations.Nullable;

/**
 * The JSON of a contact: the members of BottleCRM's API guide and those that BottleCRM's clients read. Unset texts are
 * null.
 */
final class ContactJson {

    /** The address alone. */
    static final JsonWriter<Contact> ADDRESS = address();

    /** The whole contact. */
    static final JsonWriter<Contact> CONTACT = contact();

    private ContactJson() {}

    private static JsonWriter<Contact> address() {
        JsonWriter<Contact> shape = new JsonWriter<>();
        ContactBody.ADDRESS.forEach((member, part) -> shape.text(member, contact -> part(contact, part)));
        return shape;
    }

    private static JsonWriter<Contact> contact() {
        JsonWriter<Contact> shape = new JsonWriter<Contact>()
                .id("id", Contact::id)
                .text("first_name", c -> c.name().firstOrLeadingWords())
                .text("last_name", c -> c.name().lastOrLastWord())
                .text("primary_email", ContactJson::primaryEmail)
                .text("secondary_email", ContactField.SECONDARY_EMAIL::of)
                .text("mobile_number", ContactJson::primaryPhone)
                .text("organization", c -> c.job().companyName())
                .text("department", c -> c.job().department())
                .text("designation", c -> c.job().title())
                .all(c -> c, ADDRESS)
                .texts("assigned_to", c -> c.assignment().members())
                .texts("teams", c -> c.assignment().teams())
                .text("created_on", c -> Timestamps.of(c.revision().createdAt()))
                .id("created_by", c -> c.revision().createdBy())
                .text("org", c -> c.organizationId().value());
        return addClientMembers(shape);
    }

    private static JsonWriter<Contact> addClientMembers(JsonWriter<Contact> shape) {
        shape.text("email", ContactJson::primaryEmail)
                .text("phone", ContactJson::primaryPhone)
                .text("title", c -> c.job().title())
                .text("created_at", c -> Timestamps.of(c.revision().createdAt()))
                .text("salutation", c -> c.name().salutation())
                .text("secondary_number", ContactField.SECONDARY_PHONE::of)
                .text("language", c -> c.communication().language())
                .flag("do_not_call", c -> c.communication().doNotContact())
                .text("description", c -> c.background().description());
        ContactBody.EXTENSIONS.forEach(
                member -> shape.value(member, contact -> contact.extensions().get(member)));
        return shape.flag("is_active", Contact::isActive);
    }

    /** Returns the first e-mail address, unless it is the secondary one. */
    private static @Nullable String primaryEmail(Contact contact) {
        return contact.emailUnless(Contact.SECONDARY);
    }

    private static @Nullable String primaryPhone(Contact contact) {
        return contact.phoneUnless(Contact.SECONDARY);
    }

    /** Returns a part of the address. The country is the text that was sent, or else its code. */
    private static @Nullable String part(Contact contact, AddressPart part) {
        @Nullable Address address = contact.address();
        if (address == null) {
            return null;
        }
        @Nullable String text = address.get(part);
        return text == null && part == AddressPart.COUNTRY ? address.get(AddressPart.COUNTRY_CODE) : text;
    }
}
