package org.contacts4j.http.repzo;

import java.util.List;
import java.util.Map;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.json.JsonWriter;
import org.contacts4j.json.Timestamps;
import org.jspecify.annotations.Nullable;

/** The JSON of a contact, as on Repzo's API page. Unset members are omitted. */
final class ContactJson {

    static final JsonWriter<Contact> CONTACT = new JsonWriter<Contact>()
            .id("_id", Contact::id)
            .value(ContactBody.CREATOR, ContactJson::creator)
            .valueIfSet(ContactBody.EDITOR, contact -> storedValue(contact, ContactBody.EDITOR, Map.class))
            .text("name", contact -> contact.name().full())
            .textIfSet("local_name", contact -> contact.name().local())
            .textIfSet("phone1", contact -> contact.phoneUnless(Contact.SECONDARY))
            .textIfSet("phone2", ContactField.SECONDARY_PHONE::of)
            .textIfSet("email", Contact::email)
            .textIfSet("title", contact -> contact.job().title())
            .textIfSet("extra_info", contact -> contact.background().description())
            .flag("disabled", contact -> !contact.isActive())
            .valueIfSet(ContactBody.MEDIA, contact -> storedValue(contact, ContactBody.MEDIA, List.class))
            .valueIfSet(ContactBody.COVER_PHOTO, contact -> storedValue(contact, ContactBody.COVER_PHOTO, String.class))
            .valueIfSet(
                    ContactBody.INTEGRATION_META,
                    contact -> storedValue(contact, ContactBody.INTEGRATION_META, Map.class))
            .value(ContactBody.COMPANY_NAMESPACE, ContactJson::namespaces)
            .text("createdAt", contact -> Timestamps.of(contact.revision().createdAt()))
            .text("updatedAt", contact -> Timestamps.of(contact.revision().updatedAt()))
            .number("__v", contact -> 0);

    /** The response about one contact according to Repzo's API page. */
    static final JsonWriter<Contact> FOR_API_PAGE =
            new JsonWriter<Contact>().flag("success", contact -> true).object("data", contact -> contact, CONTACT);

    /** The response of {@link #FOR_API_PAGE}, plus the members of the bare contact that the SDK's types declare. */
    static final JsonWriter<Contact> FOR_SDK =
            new JsonWriter<Contact>().all(contact -> contact, FOR_API_PAGE).all(contact -> contact, CONTACT);

    private ContactJson() {}

    private static Object creator(Contact contact) {
        @Nullable Object stored = storedValue(contact, ContactBody.CREATOR, Map.class);
        return stored == null ? Creator.of(contact) : stored;
    }

    private static Object namespaces(Contact contact) {
        @Nullable Object stored = storedValue(contact, ContactBody.COMPANY_NAMESPACE, List.class);
        return stored == null ? List.of(contact.organizationId().value()) : stored;
    }

    /**
     * Returns a stored extension; null when it is of another type. Other APIs may store a value under the same name
     * that clients of this API cannot read.
     */
    private static @Nullable Object storedValue(Contact contact, String member, Class<?> type) {
        @Nullable Object value = contact.extensions().get(member);
        return type.isInstance(value) ? value : null;
    }
}
