package org.contacts4j.domain.contact;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.contacts4j.domain.Address;
import org.contacts4j.domain.CustomFields;
import org.contacts4j.domain.Revision;
import org.contacts4j.domain.id.CompanyId;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.id.MemberId;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.id.TeamId;
import org.contacts4j.domain.validation.Fault;
import org.contacts4j.domain.validation.Faults;
import org.jspecify.annotations.Nullable;

/** The mutable state of a contact while a patch is applied. {@link #finish} checks the rules that span fields. */
final class ContactDraft {

    private final ContactId id;
    private final String previousComposedName;
    private final Map<String, @Nullable Object> hiddenFields;

    @Nullable
    String name;

    boolean nameGiven;

    @Nullable
    String firstName;

    @Nullable
    String lastName;

    @Nullable
    String salutation;

    @Nullable
    String displayName;

    @Nullable
    String localName;

    @Nullable
    String code;

    List<Email> emails = List.of();
    List<Phone> phones = List.of();

    @Nullable
    String website;

    @Nullable
    ContactMethod preferredMethod;

    @Nullable
    String language;

    boolean doNotContact;

    @Nullable
    Address address;

    @Nullable
    CompanyId companyId;

    @Nullable
    String companyName;

    @Nullable
    String title;

    @Nullable
    String department;

    @Nullable
    ContactId reportsTo;

    @Nullable
    String source;

    @Nullable
    String taxId;

    @Nullable
    String description;

    @Nullable
    String notes;

    Map<String, @Nullable Object> customFields = Map.of();
    List<String> tags = List.of();
    List<MemberId> assignedTo = List.of();
    List<TeamId> teams = List.of();
    ContactStatus status = ContactStatus.ACTIVE;
    Map<String, @Nullable Object> extensions = Map.of();

    ContactDraft(ContactId id) {
        this.id = id;
        previousComposedName = "";
        hiddenFields = Map.of();
    }

    ContactDraft(Contact contact) {
        id = contact.id();
        name = contact.name().full();
        firstName = contact.name().first();
        lastName = contact.name().last();
        salutation = contact.name().salutation();
        displayName = contact.name().display();
        localName = contact.name().local();
        code = contact.code();
        emails = contact.communication().emails();
        phones = contact.communication().phones();
        website = contact.communication().website();
        preferredMethod = contact.communication().preferredMethod();
        language = contact.communication().language();
        doNotContact = contact.communication().doNotContact();
        address = contact.address();
        companyId = contact.job().companyId();
        companyName = contact.job().companyName();
        title = contact.job().title();
        department = contact.job().department();
        reportsTo = contact.job().reportsTo();
        source = contact.background().source();
        taxId = contact.background().taxId();
        description = contact.background().description();
        notes = contact.background().notes();
        customFields = contact.customFields();
        hiddenFields = contact.hiddenFields();
        tags = contact.tags();
        assignedTo = contact.assignment().members();
        teams = contact.assignment().teams();
        status = contact.status();
        extensions = contact.extensions();
        previousComposedName = PersonName.compose(firstName, lastName);
    }

    UUID owner() {
        return id.value();
    }

    /** Sets the company, or none if null. A change of company clears the company name. */
    void setCompany(@Nullable CompanyId company) {
        if (!Objects.equals(companyId, company)) {
            companyId = company;
            companyName = null;
        }
    }

    /**
     * Sets the company name as text. Ignored if a company is linked, because a linked company supplies its own name.
     */
    void setCompanyName(@Nullable String text) {
        if (companyId == null) {
            companyName = text;
        }
    }

    void rename(@Nullable String fullName) {
        name = fullName;
        nameGiven = fullName != null;
    }

    void finish(Faults faults) {
        composeName(faults);
        if (emails.size() > Communication.MAX_ENTRIES && !faults.concern("emails")) {
            faults.add("emails", "must not be more than " + Communication.MAX_ENTRIES);
        }
        if (phones.size() > Communication.MAX_ENTRIES && !faults.concern("phones")) {
            faults.add("phones", "must not be more than " + Communication.MAX_ENTRIES);
        }
        CustomFields.checkCount(customFields, "customFields", faults);
        CustomFields.checkSize(customFields, "customFields", faults);
        CustomFields.checkSize(extensions, "extensions", faults);
        if (reportsTo != null && reportsTo.equals(id)) {
            faults.add("metadata.reportsTo", ReportingLine.CYCLE);
        }
    }

    /** Recomposes the full name from its parts, unless a caller has set a different full name. */
    private void composeName(Faults faults) {
        String composed = PersonName.compose(firstName, lastName);
        boolean followsItsParts = !nameGiven && previousComposedName.equals(name) && !composed.isEmpty();
        if (name == null || followsItsParts) {
            name = composed;
        }
        if (name.isEmpty() && !faults.concern("name")) {
            faults.add("name", Fault.Kind.MISSING, "is required; firstName or lastName will do as well");
        }
    }

    Contact toContact(OrganizationId organization, Revision revision) {
        return new Contact(
                id,
                organization,
                new PersonName(Objects.requireNonNull(name), firstName, lastName, salutation, displayName, localName),
                code,
                new Communication(emails, phones, website, preferredMethod, language, doNotContact),
                address,
                new Job(companyId, companyName, title, department, reportsTo),
                new AdditionalInfo(source, taxId, description, notes),
                customFields,
                hiddenFields,
                tags,
                new Assignment(assignedTo, teams),
                status,
                extensions,
                revision);
    }
}
