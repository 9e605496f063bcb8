package org.contacts4j.contract.company;

import java.time.Instant;
import java.util.UUID;
import org.contacts4j.domain.company.Company;
import org.contacts4j.domain.company.CompanyField;
import org.contacts4j.domain.id.CompanyId;
import org.contacts4j.domain.id.MemberId;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.patch.Field;
import org.contacts4j.domain.patch.Patch;

/** A builder of test companies: {@code aCompany().named("Acme").withCode("A-1")}. Immutable. */
public record CompanyFixture(UUID id, Patch<Company> fields, Instant createdAt) {

    /** Returns a company with only a name. */
    public static CompanyFixture aCompany() {
        return new CompanyFixture(
                UUID.randomUUID(),
                Patch.of(CompanyField.NAME, "Some Company"),
                Instant.parse("2026-01-02T03:04:05.678Z"));
    }

    public CompanyFixture withId(UUID value) {
        return new CompanyFixture(value, fields, createdAt);
    }

    public CompanyFixture named(String name) {
        return with(CompanyField.NAME, name);
    }

    public CompanyFixture withCode(String code) {
        return with(CompanyField.CODE, code);
    }

    public CompanyFixture createdAt(Instant instant) {
        return new CompanyFixture(id, fields, instant);
    }

    public <T> CompanyFixture with(Field<Company, T> field, T value) {
        return new CompanyFixture(id, fields.set(field, value), createdAt);
    }

    public Company in(OrganizationId organization) {
        return Company.create(new CompanyId(id), organization, fields, new MemberId("fixture"), createdAt);
    }
}
