package org.contacts4j.json.canonical;

import static org.contacts4j.json.JsonType.DATA;
import static org.contacts4j.json.JsonType.FLAG;
import static org.contacts4j.json.JsonType.TEXT;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.contact.ContactMethod;
import org.contacts4j.domain.contact.ContactStatus;
import org.contacts4j.domain.contact.Email;
import org.contacts4j.domain.contact.Phone;
import org.contacts4j.domain.id.CompanyId;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.patch.Patch;
import org.contacts4j.domain.validation.Faults;
import org.contacts4j.json.JsonMembers;
import org.contacts4j.json.JsonType;
import org.contacts4j.json.JsonWritable;
import org.contacts4j.json.JsonWriter;
import org.contacts4j.json.Timestamps;
import org.contacts4j.json.ValueReader;
import org.contacts4j.json.ValueReaders;

/** The JSON of a contact in the canonical API, in requests and responses. */
public final class ContactJson {

    private static final List<String> ENTITY_TYPES = List.of("Contact");

    /** Reads an email from an object, or from a string with the address. */
    private static final ValueReader<Email> EMAIL_READER = (json, field, faults) -> {
        if (json instanceof Map<?, ?> object) {
            return new Email(part(object, "address", field, faults), part(object, "label", field, faults));
        }
        if (json instanceof String address) {
            return new Email(address, "");
        }
        ValueReaders.refuse("an object with address and label", json, field, faults);
        return null;
    };

    /** Reads a phone from an object, or from a string with the number. */
    private static final ValueReader<Phone> PHONE_READER = (json, field, faults) -> {
        if (json instanceof Map<?, ?> object) {
            return new Phone(part(object, "number", field, faults), part(object, "label", field, faults));
        }
        if (json instanceof String number) {
            return new Phone(number, "");
        }
        ValueReaders.refuse("an object with number and label", json, field, faults);
        return null;
    };

    private static final JsonType<Email> EMAIL = JsonType.object(
            EMAIL_READER,
            new JsonWriter<Email>().text("address", Email::address).text("label", Email::label));

    private static final JsonType<Phone> PHONE = JsonType.object(
            PHONE_READER, new JsonWriter<Phone>().text("number", Phone::number).text("label", Phone::label));

    private static final JsonMembers<Contact> MEMBERS = new JsonMembers<Contact>()
            .writing(json -> json.id("id", Contact::id)
                    .text("organizationId", c -> c.organizationId().value()))
            .with(ContactField.NAME, TEXT)
            .with(ContactField.FIRST_NAME, TEXT)
            .with(ContactField.LAST_NAME, TEXT)
            .with(ContactField.SALUTATION, TEXT)
            .with(ContactField.DISPLAY_NAME, TEXT)
            .with(ContactField.LOCAL_NAME, TEXT)
            .with(ContactField.PRONOUNS, TEXT)
            .with(ContactField.CODE, TEXT)
            .writing(json -> json.texts("entityTypes", c -> ENTITY_TYPES))
            .with(ContactField.EMAIL, TEXT)
            .with(ContactField.PHONE, TEXT)
            .with(ContactField.EMAILS, JsonType.listOf(EMAIL))
            .with(ContactField.PHONES, JsonType.listOf(PHONE))
            .with(ContactField.WEBSITE, TEXT)
            .with(ContactField.ADDRESS, AddressJson.TYPE)
            .with(ContactField.COMPANY, JsonType.id(CompanyId::parse))
            .with(ContactField.COMPANY_NAME, TEXT)
            .writing(json -> json.text("primaryContactId", c -> null))
            .object(
                    "metadata",
                    metadata -> metadata.with(ContactField.TITLE, TEXT)
                            .with(ContactField.DEPARTMENT, TEXT)
                            .with(ContactField.REPORTS_TO, JsonType.id(ContactId::parse))
                            .with(ContactField.MOBILE_PHONE, TEXT)
                            .with(ContactField.WORK_PHONE, TEXT)
                            .with(ContactField.PREFERRED_METHOD, JsonType.word(ContactMethod.class)))
            .with(ContactField.CUSTOM_FIELDS, DATA)
            .with(ContactField.TAGS, JsonType.TEXTS)
            .with(ContactField.DO_NOT_CONTACT, FLAG)
            .with(ContactField.SOURCE, TEXT)
            .with(ContactField.TAX_ID, TEXT)
            .with(ContactField.DESCRIPTION, TEXT)
            .with(ContactField.NOTES, TEXT)
            .with(ContactField.LANGUAGE, TEXT)
            .with(ContactField.ASSIGNED_TO, JsonType.MEMBERS)
            .with(ContactField.TEAMS, JsonType.TEAMS)
            .with(ContactField.STATUS, JsonType.word(ContactStatus.class))
            .with(ContactField.ACTIVE, FLAG)
            .with(ContactField.EXTENSIONS, DATA)
            .writing(json -> json.text(
                            "createdAt", c -> Timestamps.of(c.revision().createdAt()))
                    .text("updatedAt", c -> Timestamps.of(c.revision().updatedAt()))
                    .id("createdBy", c -> c.revision().createdBy())
                    .id("updatedBy", c -> c.revision().updatedBy())
                    .number("version", c -> c.revision().version()));

    private ContactJson() {}

    public static JsonWritable<Contact> from(Contact contact) {
        return MEMBERS.of(contact);
    }

    /** Returns the path of the member for a field that a validation error or an event names. */
    public static String pathOf(String field) {
        return MEMBERS.pathOf(field);
    }

    /** Returns the paths of the members that requests may have, such as {@code metadata.title}. */
    public static Set<String> paths() {
        return Set.copyOf(MEMBERS.paths().values());
    }

    /** Runs work with a patch that was read here, so that validation errors name members. */
    public static <T> T naming(Supplier<T> work) {
        return MEMBERS.naming(work);
    }

    /** Returns the patch of a body. The patch has a validation error for every member of a wrong type. */
    public static Patch<Contact> read(byte[] json) {
        return MEMBERS.read(json);
    }

    /** Returns the patch of a parsed body. The patch has a validation error for every member of a wrong type. */
    public static Patch<Contact> read(Map<?, ?> object) {
        return MEMBERS.read(object);
    }

    private static String part(Map<?, ?> object, String member, String field, Faults faults) {
        return ValueReaders.optionalText(object, member, field, faults);
    }
}
