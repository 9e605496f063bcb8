package org.contacts4j.json.canonical;

import java.util.Map;
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
import org.contacts4j.json.Json;
import org.contacts4j.json.PatchReader;
import org.contacts4j.json.ValueReader;
import org.contacts4j.json.ValueReaders;

/** The request bodies that create and change contacts. Unknown members are ignored. */
public final class ContactBody {

    /** Reads an email from an object, or from a string with the address. */
    private static final ValueReader<Email> EMAIL = (json, field, faults) -> {
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
    private static final ValueReader<Phone> PHONE = (json, field, faults) -> {
        if (json instanceof Map<?, ?> object) {
            return new Phone(part(object, "number", field, faults), part(object, "label", field, faults));
        }
        if (json instanceof String number) {
            return new Phone(number, "");
        }
        ValueReaders.refuse("an object with number and label", json, field, faults);
        return null;
    };

    private static final PatchReader<Contact> MEMBERS = PatchReader.<Contact>empty()
            .with(ContactField.NAME, ValueReaders.TEXT)
            .with(ContactField.FIRST_NAME, ValueReaders.TEXT)
            .with(ContactField.LAST_NAME, ValueReaders.TEXT)
            .with(ContactField.SALUTATION, ValueReaders.TEXT)
            .with(ContactField.DISPLAY_NAME, ValueReaders.TEXT)
            .with(ContactField.LOCAL_NAME, ValueReaders.TEXT)
            .with(ContactField.CODE, ValueReaders.TEXT)
            .with(ContactField.EMAIL, ValueReaders.TEXT)
            .with(ContactField.PHONE, ValueReaders.TEXT)
            .with(ContactField.EMAILS, ValueReaders.listOf(EMAIL))
            .with(ContactField.PHONES, ValueReaders.listOf(PHONE))
            .with(ContactField.WEBSITE, ValueReaders.TEXT)
            .with(ContactField.ADDRESS, ValueReaders.ADDRESS)
            .with(ContactField.COMPANY, ValueReaders.id(CompanyId::parse))
            .with(ContactField.COMPANY_NAME, ValueReaders.TEXT)
            .with(ContactField.TITLE, ValueReaders.TEXT)
            .with(ContactField.DEPARTMENT, ValueReaders.TEXT)
            .with(ContactField.REPORTS_TO, ValueReaders.id(ContactId::parse))
            .with(ContactField.MOBILE_PHONE, ValueReaders.TEXT)
            .with(ContactField.WORK_PHONE, ValueReaders.TEXT)
            .with(ContactField.PREFERRED_METHOD, ValueReaders.word(ContactMethod.class))
            .with(ContactField.CUSTOM_FIELDS, ValueReaders.DATA)
            .with(ContactField.TAGS, ValueReaders.listOf(ValueReaders.TEXT))
            .with(ContactField.DO_NOT_CONTACT, ValueReaders.BOOL)
            .with(ContactField.SOURCE, ValueReaders.TEXT)
            .with(ContactField.TAX_ID, ValueReaders.TEXT)
            .with(ContactField.DESCRIPTION, ValueReaders.TEXT)
            .with(ContactField.NOTES, ValueReaders.TEXT)
            .with(ContactField.LANGUAGE, ValueReaders.TEXT)
            .with(ContactField.ASSIGNED_TO, ValueReaders.listOf(ValueReaders.MEMBER))
            .with(ContactField.TEAMS, ValueReaders.listOf(ValueReaders.TEAM))
            .with(ContactField.STATUS, ValueReaders.word(ContactStatus.class))
            .with(ContactField.ACTIVE, ValueReaders.BOOL)
            .with(ContactField.EXTENSIONS, ValueReaders.DATA);

    private ContactBody() {}

    /** Returns the patch of a body. The patch has a validation error for every member of a wrong type. */
    public static Patch<Contact> read(byte[] json) {
        return read(Json.readObject(json));
    }

    /** Returns the patch of a parsed body. The patch has a validation error for every member of a wrong type. */
    public static Patch<Contact> read(Map<?, ?> object) {
        return MEMBERS.read(object);
    }

    private static String part(Map<?, ?> object, String member, String field, Faults faults) {
        return ValueReaders.optionalText(object, member, field, faults);
    }
}
