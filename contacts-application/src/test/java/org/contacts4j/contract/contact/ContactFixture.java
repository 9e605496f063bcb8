package org.contacts4j.contract.contact;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.contacts4j.domain.Revision;
import org.contacts4j.domain.company.Company;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.contact.ContactMethod;
import org.contacts4j.domain.contact.ContactStatus;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.id.MemberId;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.id.TeamId;
import org.contacts4j.domain.patch.Field;
import org.contacts4j.domain.patch.Patch;
import org.jspecify.annotations.Nullable;

/** A builder of test contacts: {@code aContact().named("Ada Lovelace").at(acme)}. Immutable. */
public record ContactFixture(
        UUID id, Patch<Contact> fields, @Nullable Company company, Instant createdAt, Instant updatedAt) {

    private static final MemberId AUTHOR = new MemberId("fixture");

    /** Returns a contact with only a name. */
    public static ContactFixture aContact() {
        Instant now = Instant.parse("2026-01-02T03:04:05.678Z");
        return new ContactFixture(UUID.randomUUID(), Patch.of(ContactField.NAME, "Somebody"), null, now, now);
    }

    public ContactFixture withId(UUID value) {
        return new ContactFixture(value, fields, company, createdAt, updatedAt);
    }

    public ContactFixture named(String name) {
        return with(ContactField.NAME, name);
    }

    public ContactFixture at(Company employer) {
        ContactFixture employed = with(ContactField.COMPANY, employer.id());
        return new ContactFixture(employed.id, employed.fields, employer, createdAt, updatedAt);
    }

    public ContactFixture reportingTo(Contact manager) {
        return with(ContactField.REPORTS_TO, manager.id());
    }

    public ContactFixture withCode(String code) {
        return with(ContactField.CODE, code);
    }

    public ContactFixture tagged(String... tags) {
        return with(ContactField.TAGS, List.of(tags));
    }

    public ContactFixture assignedTo(String... members) {
        return with(
                ContactField.ASSIGNED_TO,
                List.of(members).stream().map(MemberId::new).toList());
    }

    public ContactFixture ofTeams(String... teams) {
        return with(ContactField.TEAMS, List.of(teams).stream().map(TeamId::new).toList());
    }

    public ContactFixture inDepartment(String department) {
        return with(ContactField.DEPARTMENT, department);
    }

    public ContactFixture preferring(ContactMethod method) {
        return with(ContactField.PREFERRED_METHOD, method);
    }

    public ContactFixture standing(ContactStatus status) {
        return with(ContactField.STATUS, status);
    }

    public ContactFixture createdAt(Instant instant) {
        return new ContactFixture(id, fields, company, instant, instant);
    }

    public ContactFixture updatedAt(Instant instant) {
        return new ContactFixture(id, fields, company, createdAt, instant);
    }

    public <T> ContactFixture with(Field<Contact, T> field, T value) {
        return new ContactFixture(id, fields.set(field, value), company, createdAt, updatedAt);
    }

    public Contact in(OrganizationId organization) {
        Contact contact = Contact.create(new ContactId(id), organization, fields, AUTHOR, createdAt);
        Contact named = company == null ? contact : contact.withCompanyName(company.name());
        return new Contact(
                named.id(),
                organization,
                named.name(),
                named.code(),
                named.communication(),
                named.address(),
                named.job(),
                named.background(),
                named.customFields(),
                named.hiddenFields(),
                named.tags(),
                named.assignment(),
                named.status(),
                named.extensions(),
                new Revision(1, createdAt, AUTHOR, updatedAt, AUTHOR));
    }
}
