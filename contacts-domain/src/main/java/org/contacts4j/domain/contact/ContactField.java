package org.contacts4j.domain.contact;

import static org.contacts4j.domain.validation.Rules.PROSE;

import java.util.List;
import java.util.Map;
import org.contacts4j.domain.Address;
import org.contacts4j.domain.CustomFields;
import org.contacts4j.domain.id.CompanyId;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.id.MemberId;
import org.contacts4j.domain.id.TeamId;
import org.contacts4j.domain.patch.Field;
import org.contacts4j.domain.patch.FieldTable;
import org.contacts4j.domain.patch.FieldValues;
import org.contacts4j.domain.validation.Rules;
import org.jspecify.annotations.Nullable;

/** The writable fields of a contact, declared in the order of application. */
public final class ContactField {

    static final FieldTable<Contact> TABLE = new FieldTable<>();

    // Names. The full name is required. It is composed of its parts if only these are given.
    public static final Field<Contact, String> NAME =
            TABLE.field("name", Rules.trimmed(), c -> c.name().full());
    public static final Field<Contact, String> FIRST_NAME =
            TABLE.text("firstName", c -> c.name().first());
    public static final Field<Contact, String> LAST_NAME =
            TABLE.text("lastName", c -> c.name().last());
    public static final Field<Contact, String> SALUTATION =
            TABLE.text("salutation", c -> c.name().salutation());
    public static final Field<Contact, String> DISPLAY_NAME =
            TABLE.text("displayName", c -> c.name().display());
    public static final Field<Contact, String> LOCAL_NAME =
            TABLE.text("localName", c -> c.name().local());
    public static final Field<Contact, String> PRONOUNS =
            TABLE.text("pronouns", c -> c.name().pronouns());
    public static final Field<Contact, String> CODE = TABLE.field("code", Rules.trimmed(), Contact::code);

    // Communication. The lists come first, because the single fields are views of their entries.
    public static final Field<Contact, List<Email>> EMAILS = TABLE.withDefault(
            "emails", EntryLists.EMAILS, c -> c.communication().emails(), List.of());
    public static final Field<Contact, List<Phone>> PHONES = TABLE.withDefault(
            "phones", EntryLists.PHONES, c -> c.communication().phones(), List.of());
    public static final Field<Contact, String> EMAIL = TABLE.view(
            "email",
            Rules.email(),
            Contact::email,
            (d, field, v) -> d.set(EMAILS, EntryLists.withPrimaryEmail(d.require(EMAILS), v)));
    public static final Field<Contact, String> SECONDARY_EMAIL = TABLE.view(
            "secondaryEmail",
            Rules.email(),
            c -> c.email(Contact.SECONDARY),
            (d, field, v) -> d.set(EMAILS, EntryLists.withEmail(d.require(EMAILS), Contact.SECONDARY, v)));
    public static final Field<Contact, String> PHONE = TABLE.view(
            "phone",
            Rules.phone(),
            Contact::phone,
            (d, field, v) -> d.set(PHONES, EntryLists.withPrimaryPhone(d.require(PHONES), v)));
    public static final Field<Contact, String> SECONDARY_PHONE = phone("secondaryPhone", Contact.SECONDARY);
    public static final Field<Contact, String> MOBILE_PHONE = phone("mobilePhone", Phone.MOBILE);
    public static final Field<Contact, String> WORK_PHONE = phone("workPhone", Phone.WORK);
    public static final Field<Contact, ContactMethod> PREFERRED_METHOD = TABLE.field(
            "preferredContactMethod", Rules.anything(), c -> c.communication().preferredMethod());
    public static final Field<Contact, String> WEBSITE =
            TABLE.field("website", Rules.httpUrl(), c -> c.communication().website());
    public static final Field<Contact, String> LANGUAGE =
            TABLE.text("language", c -> c.communication().language());
    public static final Field<Contact, Boolean> DO_NOT_CONTACT =
            TABLE.withDefault("dnc", Rules.anything(), c -> c.communication().doNotContact(), false);

    /** Merged part by part. */
    public static final Field<Contact, Address> ADDRESS =
            TABLE.merged("address", Address.RULE, Contact::address, null, Address::merge);

    // Work. The company link comes before the company name, which is stored as text only without a link.
    public static final Field<Contact, CompanyId> COMPANY =
            TABLE.field("parentEntityId", Rules.anything(), c -> c.job().companyId(), ContactRules::setCompany);
    public static final Field<Contact, String> COMPANY_NAME =
            TABLE.field("company", Rules.trimmed(), c -> c.job().companyName(), ContactRules::setCompanyName);
    public static final Field<Contact, String> TITLE =
            TABLE.text("title", c -> c.job().title());
    public static final Field<Contact, String> DEPARTMENT =
            TABLE.text("department", c -> c.job().department());
    public static final Field<Contact, ContactId> REPORTS_TO =
            TABLE.field("reportsTo", Rules.anything(), c -> c.job().reportsTo());

    // Background.
    public static final Field<Contact, String> SOURCE =
            TABLE.text("source", c -> c.background().source());
    public static final Field<Contact, String> TAX_ID =
            TABLE.text("taxId", c -> c.background().taxId());
    public static final Field<Contact, String> DESCRIPTION =
            TABLE.field("description", Rules.text(PROSE), c -> c.background().description());
    public static final Field<Contact, String> NOTES =
            TABLE.field("notes", Rules.text(PROSE), c -> c.background().notes());

    /** Merged by key. A null value removes its key. */
    public static final Field<Contact, Map<String, @Nullable Object>> CUSTOM_FIELDS =
            TABLE.merged("customFields", CustomFields.RULE, Contact::customFields, Map.of(), CustomFields::merge);

    public static final Field<Contact, List<String>> TAGS =
            TABLE.withDefault("tags", EntryLists.TAGS, Contact::tags, List.of());
    public static final Field<Contact, List<MemberId>> ASSIGNED_TO = TABLE.withDefault(
            "assignedTo", EntryLists.ASSIGNEES, c -> c.assignment().members(), List.of());
    public static final Field<Contact, List<TeamId>> TEAMS =
            TABLE.withDefault("teams", EntryLists.TEAMS, c -> c.assignment().teams(), List.of());

    // The two representations of the status. `isActive` comes last, because it is derived.
    public static final Field<Contact, ContactStatus> STATUS =
            TABLE.withDefault("status", Rules.anything(), Contact::status, ContactStatus.ACTIVE);
    public static final Field<Contact, Boolean> ACTIVE =
            TABLE.view("isActive", Rules.anything(), Contact::isActive, ContactRules::activate);

    /** Merged by top-level key. A null value removes its key. */
    public static final Field<Contact, Map<String, @Nullable Object>> EXTENSIONS =
            TABLE.merged("extensions", CustomFields.RULE, Contact::extensions, Map.of(), CustomFields::merge);

    private ContactField() {}

    /** Returns every field, in the order of application. */
    public static List<Field<Contact, ?>> all() {
        return TABLE.all();
    }

    /** Returns the plain texts: single lines of at most {@value Rules#TEXT} code points. */
    public static List<Field<Contact, String>> texts() {
        return TABLE.texts();
    }

    /** Returns new values, of which none is set, for {@link Contact#of}. */
    public static FieldValues<Contact> values() {
        return TABLE.values();
    }

    private static Field<Contact, String> phone(String name, String label) {
        return TABLE.view(
                name,
                Rules.phone(),
                c -> c.phone(label),
                (d, field, v) -> d.set(PHONES, EntryLists.withPhone(d.require(PHONES), label, v)));
    }
}
