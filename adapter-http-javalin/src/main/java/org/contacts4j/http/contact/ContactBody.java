package org.contacts4j.http.contact;

import java.util.Map;
import org.contacts4j.domain.CompanyId;
import org.contacts4j.domain.ContactId;
import org.contacts4j.domain.Faults;
import org.contacts4j.domain.Patch;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.contact.ContactMethod;
import org.contacts4j.domain.contact.ContactStatus;
import org.contacts4j.domain.contact.Email;
import org.contacts4j.domain.contact.Phone;
import org.contacts4j.http.json.Json;
import org.contacts4j.http.json.Kind;
import org.contacts4j.http.json.Kinds;
import org.contacts4j.http.json.PatchReader;

/** The bodies that create and change contacts: which members they have, and of which kind. All others are ignored. */
public final class ContactBody {

    /** An object, or the address alone. */
    private static final Kind<Email> EMAIL = (json, field, faults) -> {
        if (json instanceof Map<?, ?> object) {
            return new Email(part(object, "address", field, faults), part(object, "label", field, faults));
        }
        if (json instanceof String address) {
            return new Email(address, "");
        }
        Kinds.refuse("an object with address and label", json, field, faults);
        return null;
    };

    /** An object, or the number alone. */
    private static final Kind<Phone> PHONE = (json, field, faults) -> {
        if (json instanceof Map<?, ?> object) {
            return new Phone(part(object, "number", field, faults), part(object, "label", field, faults));
        }
        if (json instanceof String number) {
            return new Phone(number, "");
        }
        Kinds.refuse("an object with number and label", json, field, faults);
        return null;
    };

    private static final PatchReader<Contact> MEMBERS = PatchReader.<Contact>empty()
            .with(ContactField.NAME, Kinds.TEXT)
            .with(ContactField.FIRST_NAME, Kinds.TEXT)
            .with(ContactField.LAST_NAME, Kinds.TEXT)
            .with(ContactField.SALUTATION, Kinds.TEXT)
            .with(ContactField.DISPLAY_NAME, Kinds.TEXT)
            .with(ContactField.LOCAL_NAME, Kinds.TEXT)
            .with(ContactField.CODE, Kinds.TEXT)
            .with(ContactField.EMAIL, Kinds.TEXT)
            .with(ContactField.PHONE, Kinds.TEXT)
            .with(ContactField.EMAILS, Kinds.listOf(EMAIL))
            .with(ContactField.PHONES, Kinds.listOf(PHONE))
            .with(ContactField.WEBSITE, Kinds.TEXT)
            .with(ContactField.ADDRESS, Kinds.ADDRESS)
            .with(ContactField.COMPANY, Kinds.id(CompanyId::parse))
            .with(ContactField.COMPANY_NAME, Kinds.TEXT)
            .with(ContactField.TITLE, Kinds.TEXT)
            .with(ContactField.DEPARTMENT, Kinds.TEXT)
            .with(ContactField.REPORTS_TO, Kinds.id(ContactId::parse))
            .with(ContactField.MOBILE_PHONE, Kinds.TEXT)
            .with(ContactField.WORK_PHONE, Kinds.TEXT)
            .with(ContactField.PREFERRED_METHOD, Kinds.word(ContactMethod.class))
            .with(ContactField.CUSTOM_FIELDS, Kinds.DATA)
            .with(ContactField.TAGS, Kinds.listOf(Kinds.TEXT))
            .with(ContactField.DO_NOT_CONTACT, Kinds.BOOL)
            .with(ContactField.SOURCE, Kinds.TEXT)
            .with(ContactField.TAX_ID, Kinds.TEXT)
            .with(ContactField.DESCRIPTION, Kinds.TEXT)
            .with(ContactField.NOTES, Kinds.TEXT)
            .with(ContactField.LANGUAGE, Kinds.TEXT)
            .with(ContactField.ASSIGNED_TO, Kinds.listOf(Kinds.MEMBER))
            .with(ContactField.TEAMS, Kinds.listOf(Kinds.TEAM))
            .with(ContactField.STATUS, Kinds.word(ContactStatus.class))
            .with(ContactField.ACTIVE, Kinds.BOOL)
            .with(ContactField.EXTENSIONS, Kinds.DATA);

    private ContactBody() {}

    /** What the body wants set and cleared; it carries a fault for every member of a wrong type. */
    static Patch<Contact> read(byte[] json) {
        return read(Json.readObject(json));
    }

    /** The same of an object that has been read already. */
    public static Patch<Contact> read(Map<?, ?> object) {
        return MEMBERS.read(object);
    }

    private static String part(Map<?, ?> object, String member, String field, Faults faults) {
        return Kinds.optionalText(object, member, field, faults);
    }
}
