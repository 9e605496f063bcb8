package org.contacts4j.domain.contact;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.contacts4j.domain.Address;
import org.contacts4j.domain.Revision;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.id.MemberId;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.id.TagId;
import org.contacts4j.domain.patch.FieldValues;
import org.contacts4j.domain.patch.Patch;
import org.jspecify.annotations.Nullable;

/**
 * A contact: a person stored by an organization. Use {@link #create} and {@link #apply}, which validate the fields.
 * {@link #of} is for stores, which restore contacts that these methods returned.
 *
 * @param code the organization's own number for the contact, unique within the organization
 * @param customFields the values by key; no value is null; see {@link org.contacts4j.domain.PlainData}
 * @param hiddenFields the values under keys of deleted custom fields: neither shown nor changed, but stored in case the
 *     fields are restored
 * @param tags without duplicates (ignoring case), in the order given
 * @param extensions opaque client data, stored and returned
 */
public record Contact(
        ContactId id,
        OrganizationId organizationId,
        PersonName name,
        @Nullable String code,
        Communication communication,
        @Nullable Address address,
        Job job,
        AdditionalInfo background,
        Map<String, @Nullable Object> customFields,
        Map<String, @Nullable Object> hiddenFields,
        List<String> tags,
        Assignment assignment,
        ContactStatus status,
        Map<String, @Nullable Object> extensions,
        Revision revision) {

    /** The label of the first e-mail address or phone number. */
    public static final String PRIMARY = "primary";

    /** The label of the e-mail address or phone number after the primary one. */
    public static final String SECONDARY = "secondary";

    public Contact {
        customFields = inOrder(customFields);
        hiddenFields = inOrder(hiddenFields);
        tags = List.copyOf(tags);
        extensions = inOrder(extensions);
    }

    private static Map<String, @Nullable Object> inOrder(Map<String, @Nullable Object> data) {
        return data.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(data));
    }

    /**
     * Returns a new contact with the fields that the patch sets.
     *
     * @throws org.contacts4j.domain.ContactsFailure.Invalid with every validation error
     */
    public static Contact create(
            ContactId id, OrganizationId organization, Patch<Contact> fields, @Nullable MemberId by, Instant at) {
        FieldValues<Contact> values =
                ContactField.TABLE.apply(null, fields, draft -> ContactRules.check(draft, id, ""));
        return of(id, organization, values, Map.of(), Revision.first(by, at));
    }

    /**
     * Returns this contact with the patch applied, at the next version. Returns this instance if nothing changes.
     *
     * @throws org.contacts4j.domain.ContactsFailure.Invalid with every validation error
     */
    public Contact apply(Patch<Contact> patch, @Nullable MemberId by, Instant at) {
        String composed = PersonName.compose(name.first(), name.last());
        FieldValues<Contact> values =
                ContactField.TABLE.apply(this, patch, draft -> ContactRules.check(draft, id, composed));
        Contact patched = of(id, organizationId, values, hiddenFields, revision);
        return patched.equals(this) ? this : patched.at(revision.next(by, at));
    }

    /** Returns the contact with these values, without validation. Stores restore contacts with it. */
    public static Contact of(
            ContactId id,
            OrganizationId organization,
            FieldValues<Contact> values,
            Map<String, @Nullable Object> hiddenFields,
            Revision revision) {
        return new Contact(
                id,
                organization,
                new PersonName(
                        values.require(ContactField.NAME),
                        values.get(ContactField.FIRST_NAME),
                        values.get(ContactField.LAST_NAME),
                        values.get(ContactField.SALUTATION),
                        values.get(ContactField.DISPLAY_NAME),
                        values.get(ContactField.LOCAL_NAME),
                        values.get(ContactField.PRONOUNS)),
                values.get(ContactField.CODE),
                new Communication(
                        values.require(ContactField.EMAILS),
                        values.require(ContactField.PHONES),
                        values.get(ContactField.WEBSITE),
                        values.get(ContactField.PREFERRED_METHOD),
                        values.get(ContactField.LANGUAGE),
                        values.require(ContactField.DO_NOT_CONTACT)),
                values.get(ContactField.ADDRESS),
                new Job(
                        values.get(ContactField.COMPANY),
                        values.get(ContactField.COMPANY_NAME),
                        values.get(ContactField.TITLE),
                        values.get(ContactField.DEPARTMENT),
                        values.get(ContactField.REPORTS_TO)),
                new AdditionalInfo(
                        values.get(ContactField.SOURCE),
                        values.get(ContactField.TAX_ID),
                        values.get(ContactField.DESCRIPTION),
                        values.get(ContactField.NOTES)),
                values.require(ContactField.CUSTOM_FIELDS),
                hiddenFields,
                values.require(ContactField.TAGS),
                new Assignment(values.require(ContactField.ASSIGNED_TO), values.require(ContactField.TEAMS)),
                values.require(ContactField.STATUS),
                values.require(ContactField.EXTENSIONS),
                revision);
    }

    /** Returns this contact at the next version, after a change of related data that is stored elsewhere. */
    public Contact touched(@Nullable MemberId by, Instant at) {
        return at(revision.next(by, at));
    }

    /** Returns the primary e-mail address, or null if there is none. */
    public @Nullable String email() {
        return communication.emails().isEmpty()
                ? null
                : communication.emails().get(0).address();
    }

    /** Returns the primary phone number, or null if there is none. */
    public @Nullable String phone() {
        return communication.phones().isEmpty()
                ? null
                : communication.phones().get(0).number();
    }

    /** Returns the first e-mail address with this label (ignoring case), or null if there is none. */
    public @Nullable String email(String label) {
        return communication.email(label);
    }

    /** Returns the first phone number with this label (ignoring case), or null if there is none. */
    public @Nullable String phone(String label) {
        return communication.phone(label);
    }

    /** Returns the first phone number, or null if there is none or it has this label. */
    public @Nullable String phoneUnless(String label) {
        @Nullable String first = phone();
        return first == null || communication.phones().get(0).label().equalsIgnoreCase(label) ? null : first;
    }

    /** Returns the first e-mail address, or null if there is none or it has this label. */
    public @Nullable String emailUnless(String label) {
        @Nullable String first = email();
        return first == null || communication.emails().get(0).label().equalsIgnoreCase(label) ? null : first;
    }

    /** Returns whether the contact has this tag, ignoring case. */
    public boolean hasTag(String tag) {
        String key = TagId.keyOf(tag);
        return tags.stream().anyMatch(other -> TagId.keyOf(other).equals(key));
    }

    public boolean isActive() {
        return status == ContactStatus.ACTIVE;
    }

    /** Returns this contact with {@code name} as the name of its linked company. */
    public Contact withCompanyName(String name) {
        Job named = new Job(job.companyId(), name, job.title(), job.department(), job.reportsTo());
        return with(named, customFields, hiddenFields, revision);
    }

    /** Returns this contact without its manager, for callers that cannot see the manager. */
    public Contact withoutManager() {
        Job unled = new Job(job.companyId(), job.companyName(), job.title(), job.department(), null);
        return with(unled, customFields, hiddenFields, revision);
    }

    /** Returns every custom value, visible or hidden. Stores persist this map. */
    public Map<String, @Nullable Object> storedFields() {
        if (hiddenFields.isEmpty()) {
            return customFields;
        }
        Map<String, @Nullable Object> kept = new LinkedHashMap<>(hiddenFields);
        kept.putAll(customFields);
        return kept;
    }

    /** Returns this contact with the values under these keys hidden and all others visible. */
    public Contact hiding(Set<String> keys) {
        if (hiddenFields.isEmpty() && Collections.disjoint(customFields.keySet(), keys)) {
            return this;
        }
        Map<String, @Nullable Object> shown = new LinkedHashMap<>(storedFields());
        Map<String, @Nullable Object> hidden = new LinkedHashMap<>(shown);
        shown.keySet().removeAll(keys);
        hidden.keySet().retainAll(keys);
        return with(job, shown, hidden, revision);
    }

    private Contact at(Revision next) {
        return with(job, customFields, hiddenFields, next);
    }

    private Contact with(
            Job newJob,
            Map<String, @Nullable Object> shown,
            Map<String, @Nullable Object> hidden,
            Revision newRevision) {
        return new Contact(
                id,
                organizationId,
                name,
                code,
                communication,
                address,
                newJob,
                background,
                shown,
                hidden,
                tags,
                assignment,
                status,
                extensions,
                newRevision);
    }
}
