package org.contacts4j.json.canonical;

import java.util.List;
import java.util.UUID;
import org.contacts4j.domain.EnumNames;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactMethod;
import org.contacts4j.domain.contact.Email;
import org.contacts4j.domain.contact.Phone;
import org.contacts4j.json.JsonWritable;
import org.contacts4j.json.JsonWriter;
import org.contacts4j.json.Timestamps;
import org.jspecify.annotations.Nullable;

/** The JSON of a contact in the canonical API: all keys are present, null when unset. */
public final class ContactJson {

    private static final List<String> ENTITY_TYPES = List.of("Contact");

    private static final JsonWriter<Email> EMAIL =
            new JsonWriter<Email>().text("address", Email::address).text("label", Email::label);

    private static final JsonWriter<Phone> PHONE =
            new JsonWriter<Phone>().text("number", Phone::number).text("label", Phone::label);

    private static final JsonWriter<Contact> METADATA = new JsonWriter<Contact>()
            .text("title", c -> c.job().title())
            .text("department", c -> c.job().department())
            .id("reportsTo", c -> c.job().reportsTo())
            .text("mobilePhone", c -> c.phone(Phone.MOBILE))
            .text("workPhone", c -> c.phone(Phone.WORK))
            .text("preferredContactMethod", ContactJson::preferredMethod);

    private static final JsonWriter<Contact> CONTACT = new JsonWriter<Contact>()
            .id("id", Contact::id)
            .text("organizationId", c -> c.organizationId().value())
            .text("name", c -> c.name().full())
            .text("firstName", c -> c.name().first())
            .text("lastName", c -> c.name().last())
            .text("salutation", c -> c.name().salutation())
            .text("displayName", c -> c.name().display())
            .text("localName", c -> c.name().local())
            .text("code", Contact::code)
            .texts("entityTypes", c -> ENTITY_TYPES)
            .text("email", Contact::email)
            .text("phone", Contact::phone)
            .items("emails", c -> c.communication().emails(), EMAIL)
            .items("phones", c -> c.communication().phones(), PHONE)
            .text("website", c -> c.communication().website())
            .object("address", Contact::address, AddressJson.WRITER)
            .id("parentEntityId", c -> c.job().companyId())
            .text("company", c -> c.job().companyName())
            .text("primaryContactId", c -> null)
            .object("metadata", c -> c, METADATA)
            .data("customFields", Contact::customFields)
            .texts("tags", Contact::tags)
            .flag("dnc", c -> c.communication().doNotContact())
            .text("source", c -> c.background().source())
            .text("taxId", c -> c.background().taxId())
            .text("description", c -> c.background().description())
            .text("notes", c -> c.background().notes())
            .text("language", c -> c.communication().language())
            .texts("assignedTo", c -> c.assignment().members())
            .texts("teams", c -> c.assignment().teams())
            .text("status", c -> EnumNames.of(c.status()))
            .flag("isActive", Contact::isActive)
            .data("extensions", Contact::extensions)
            .text("createdAt", c -> Timestamps.of(c.revision().createdAt()))
            .text("updatedAt", c -> Timestamps.of(c.revision().updatedAt()))
            .id("createdBy", c -> c.revision().createdBy())
            .id("updatedBy", c -> c.revision().updatedBy())
            .number("version", c -> c.revision().version());

    private ContactJson() {}

    public static JsonWritable<Contact> from(Contact contact) {
        return new JsonWritable<>(contact, CONTACT);
    }

    public static @Nullable UUID parentOf(Contact contact) {
        return contact.job().companyId() == null
                ? null
                : contact.job().companyId().value();
    }

    private static @Nullable String preferredMethod(Contact contact) {
        @Nullable ContactMethod method = contact.communication().preferredMethod();
        return method == null ? null : EnumNames.of(method);
    }
}
