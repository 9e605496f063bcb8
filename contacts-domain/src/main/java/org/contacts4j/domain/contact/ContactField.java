package org.contacts4j.domain.contact;

import static org.contacts4j.domain.validation.Rules.PROSE;
import static org.contacts4j.domain.validation.Rules.TEXT;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.contacts4j.domain.Address;
import org.contacts4j.domain.CustomFields;
import org.contacts4j.domain.id.CompanyId;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.id.MemberId;
import org.contacts4j.domain.id.TeamId;
import org.contacts4j.domain.patch.Change;
import org.contacts4j.domain.patch.Field;
import org.contacts4j.domain.patch.Patch;
import org.contacts4j.domain.validation.Faults;
import org.contacts4j.domain.validation.Rule;
import org.contacts4j.domain.validation.Rules;
import org.jspecify.annotations.Nullable;

/**
 * A writable field of a contact. Fields are declared in the order of application.
 *
 * @param <T> the type of the field's value
 */
public final class ContactField<T> extends Field<Contact, T> {

    // Names. The full name is required. It is composed of its parts if only these are given.
    public static final ContactField<String> NAME =
            field("name", Rules.trimmed(), c -> c.name().full(), ContactDraft::rename);
    public static final ContactField<String> FIRST_NAME =
            text("firstName", c -> c.name().first(), (d, v) -> d.firstName = v);
    public static final ContactField<String> LAST_NAME =
            text("lastName", c -> c.name().last(), (d, v) -> d.lastName = v);
    public static final ContactField<String> SALUTATION =
            text("salutation", c -> c.name().salutation(), (d, v) -> d.salutation = v);
    public static final ContactField<String> DISPLAY_NAME =
            text("displayName", c -> c.name().display(), (d, v) -> d.displayName = v);
    public static final ContactField<String> LOCAL_NAME =
            text("localName", c -> c.name().local(), (d, v) -> d.localName = v);
    public static final ContactField<String> CODE = field("code", Rules.trimmed(), Contact::code, (d, v) -> d.code = v);

    // Communication. The lists come first, because the single fields are views of their entries.
    public static final ContactField<List<Email>> EMAILS =
            field("emails", EntryLists.EMAILS, c -> c.communication().emails(), (d, v) -> d.emails = orEmpty(v));
    public static final ContactField<List<Phone>> PHONES =
            field("phones", EntryLists.PHONES, c -> c.communication().phones(), (d, v) -> d.phones = orEmpty(v));
    public static final ContactField<String> EMAIL =
            view("email", Rules.email(), Contact::email, (d, v) -> d.emails = EntryLists.withPrimaryEmail(d.emails, v));
    public static final ContactField<String> SECONDARY_EMAIL = view(
            "secondaryEmail",
            Rules.email(),
            c -> c.email(Contact.SECONDARY),
            (d, v) -> d.emails = EntryLists.withEmail(d.emails, Contact.SECONDARY, v));
    public static final ContactField<String> PHONE = view(
            "phone", Rules.trimmed(), Contact::phone, (d, v) -> d.phones = EntryLists.withPrimaryPhone(d.phones, v));
    public static final ContactField<String> SECONDARY_PHONE = view(
            "secondaryPhone",
            Rules.trimmed(),
            c -> c.phone(Contact.SECONDARY),
            (d, v) -> d.phones = EntryLists.withPhone(d.phones, Contact.SECONDARY, v));
    public static final ContactField<String> MOBILE_PHONE = view(
            "metadata.mobilePhone",
            Rules.trimmed(),
            c -> c.phone(Phone.MOBILE),
            (d, v) -> d.phones = EntryLists.withPhone(d.phones, Phone.MOBILE, v));
    public static final ContactField<String> WORK_PHONE = view(
            "metadata.workPhone",
            Rules.trimmed(),
            c -> c.phone(Phone.WORK),
            (d, v) -> d.phones = EntryLists.withPhone(d.phones, Phone.WORK, v));
    public static final ContactField<ContactMethod> PREFERRED_METHOD = field(
            "metadata.preferredContactMethod",
            Rules.anything(),
            c -> c.communication().preferredMethod(),
            (d, v) -> d.preferredMethod = v);
    public static final ContactField<String> WEBSITE =
            field("website", Rules.httpUrl(), c -> c.communication().website(), (d, v) -> d.website = v);
    public static final ContactField<String> LANGUAGE =
            text("language", c -> c.communication().language(), (d, v) -> d.language = v);
    public static final ContactField<Boolean> DO_NOT_CONTACT = field(
            "dnc", Rules.anything(), c -> c.communication().doNotContact(), (d, v) -> d.doNotContact = v != null && v);

    /** Merged part by part. */
    public static final ContactField<Address> ADDRESS = field(
            "address",
            Address.RULE,
            Contact::address,
            (d, v) -> d.address = v == null ? null : Address.merge(d.address, v, d.owner()));

    // Work. The company link comes before the company name, which is stored as text only without a link.
    public static final ContactField<CompanyId> COMPANY =
            field("parentEntityId", Rules.anything(), c -> c.job().companyId(), ContactDraft::setCompany);
    public static final ContactField<String> COMPANY_NAME =
            field("company", Rules.text(TEXT), c -> c.job().companyName(), ContactDraft::setCompanyName);
    public static final ContactField<String> TITLE =
            text("metadata.title", c -> c.job().title(), (d, v) -> d.title = v);
    public static final ContactField<String> DEPARTMENT =
            text("metadata.department", c -> c.job().department(), (d, v) -> d.department = v);
    public static final ContactField<ContactId> REPORTS_TO =
            field("metadata.reportsTo", Rules.anything(), c -> c.job().reportsTo(), (d, v) -> d.reportsTo = v);

    // Background.
    public static final ContactField<String> SOURCE =
            text("source", c -> c.background().source(), (d, v) -> d.source = v);
    public static final ContactField<String> TAX_ID =
            text("taxId", c -> c.background().taxId(), (d, v) -> d.taxId = v);
    public static final ContactField<String> DESCRIPTION =
            field("description", Rules.text(PROSE), c -> c.background().description(), (d, v) -> d.description = v);
    public static final ContactField<String> NOTES =
            field("notes", Rules.text(PROSE), c -> c.background().notes(), (d, v) -> d.notes = v);

    /** Merged by key. A null value removes its key. */
    public static final ContactField<Map<String, @Nullable Object>> CUSTOM_FIELDS = field(
            "customFields",
            CustomFields.RULE,
            Contact::customFields,
            (d, v) -> d.customFields = v == null ? Map.of() : CustomFields.merge(d.customFields, v));

    public static final ContactField<List<String>> TAGS =
            field("tags", EntryLists.TAGS, Contact::tags, (d, v) -> d.tags = orEmpty(v));
    public static final ContactField<List<MemberId>> ASSIGNED_TO = field(
            "assignedTo", EntryLists.ASSIGNEES, c -> c.assignment().members(), (d, v) -> d.assignedTo = orEmpty(v));
    public static final ContactField<List<TeamId>> TEAMS =
            field("teams", EntryLists.TEAMS, c -> c.assignment().teams(), (d, v) -> d.teams = orEmpty(v));

    // The two representations of the status. `isActive` comes last, because it is derived.
    public static final ContactField<ContactStatus> STATUS = field(
            "status", Rules.anything(), Contact::status, (d, v) -> d.status = v == null ? ContactStatus.ACTIVE : v);
    public static final ContactField<Boolean> ACTIVE =
            view("isActive", Rules.anything(), Contact::isActive, ContactField::activate);

    /** Merged by top-level key. A null value removes its key. */
    public static final ContactField<Map<String, @Nullable Object>> EXTENSIONS = field(
            "extensions",
            CustomFields.RULE,
            Contact::extensions,
            (d, v) -> d.extensions = v == null ? Map.of() : CustomFields.merge(d.extensions, v));

    private static final List<ContactField<?>> ALL = List.of(
            NAME,
            FIRST_NAME,
            LAST_NAME,
            SALUTATION,
            DISPLAY_NAME,
            LOCAL_NAME,
            CODE,
            EMAILS,
            PHONES,
            EMAIL,
            SECONDARY_EMAIL,
            PHONE,
            SECONDARY_PHONE,
            MOBILE_PHONE,
            WORK_PHONE,
            PREFERRED_METHOD,
            WEBSITE,
            LANGUAGE,
            DO_NOT_CONTACT,
            ADDRESS,
            COMPANY,
            COMPANY_NAME,
            TITLE,
            DEPARTMENT,
            REPORTS_TO,
            SOURCE,
            TAX_ID,
            DESCRIPTION,
            NOTES,
            CUSTOM_FIELDS,
            TAGS,
            ASSIGNED_TO,
            TEAMS,
            STATUS,
            ACTIVE,
            EXTENSIONS);

    private final BiConsumer<ContactDraft, @Nullable T> writer;
    private final boolean view;

    private ContactField(
            String name,
            Rule<T> rule,
            Function<Contact, @Nullable T> reader,
            BiConsumer<ContactDraft, @Nullable T> writer,
            boolean view) {
        super(name, rule, reader);
        this.writer = writer;
        this.view = view;
    }

    /** Returns every field, in the order of application. */
    public static List<ContactField<?>> all() {
        return ALL;
    }

    /** Returns whether the field is a view of another field, as {@code email} is of the first of {@code emails}. */
    public boolean isView() {
        return view;
    }

    void applyTo(Patch<Contact> patch, ContactDraft draft, Faults faults) {
        Change<T> change = checked(patch.changeOf(this), faults);
        if (this == ACTIVE) {
            rejectContradiction(patch, faults);
        }
        if (!(change instanceof Change.Keep)) {
            writer.accept(draft, change.valueOrNull());
        }
    }

    private static void activate(ContactDraft draft, @Nullable Boolean active) {
        boolean shouldBeActive = active == null || active;
        boolean isActive = draft.status == ContactStatus.ACTIVE;
        if (shouldBeActive != isActive) { // an archived contact is already inactive and remains archived
            draft.status = shouldBeActive ? ContactStatus.ACTIVE : ContactStatus.INACTIVE;
        }
    }

    private static void rejectContradiction(Patch<Contact> patch, Faults faults) {
        @Nullable Boolean active = patch.changeOf(ACTIVE).valueOrNull();
        @Nullable ContactStatus status = patch.changeOf(STATUS).valueOrNull();
        if (active != null && status != null && active != (status == ContactStatus.ACTIVE)) {
            faults.add(ACTIVE.name(), "contradicts status; send one of the two");
        }
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    private static ContactField<String> text(
            String name,
            Function<Contact, @Nullable String> reader,
            BiConsumer<ContactDraft, @Nullable String> writer) {
        return field(name, Rules.text(TEXT), reader, writer);
    }

    private static <T> ContactField<T> field(
            String name,
            Rule<T> rule,
            Function<Contact, @Nullable T> reader,
            BiConsumer<ContactDraft, @Nullable T> writer) {
        return new ContactField<>(name, rule, reader, writer, false);
    }

    private static <T> ContactField<T> view(
            String name,
            Rule<T> rule,
            Function<Contact, @Nullable T> reader,
            BiConsumer<ContactDraft, @Nullable T> writer) {
        return new ContactField<>(name, rule, reader, writer, true);
    }
}
