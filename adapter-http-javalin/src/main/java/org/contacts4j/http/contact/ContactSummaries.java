package org.contacts4j.http.contact;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contacts4j.application.contact.ContactFinder;
import org.contacts4j.application.contact.PrimaryContact;
import org.contacts4j.domain.company.Company;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.id.CompanyId;
import org.contacts4j.json.JsonWritable;
import org.contacts4j.json.canonical.ContactJson;
import org.jspecify.annotations.Nullable;

/** The JSON of contacts in responses other than a single contact and a page. */
final class ContactSummaries {

    private ContactSummaries() {}

    /** The result of a finder. */
    record FoundJson(List<JsonWritable<Contact>> data, boolean truncated) {

        static FoundJson from(ContactFinder.Found found) {
            return new FoundJson(
                    found.contacts().stream().map(ContactJson::from).toList(), found.truncated());
        }
    }

    /** Returns the direct reports by manager id. */
    static Map<String, List<ReportJson>> reports(ContactFinder.Hierarchy hierarchy) {
        Map<String, List<ReportJson>> reports = new LinkedHashMap<>();
        hierarchy
                .reports()
                .forEach((manager, contacts) -> reports.put(
                        manager.toString(),
                        contacts.stream().map(ReportJson::from).toList()));
        return reports;
    }

    /** A direct report of a manager. */
    record ReportJson(
            UUID id,
            String name,
            @Nullable String displayName,
            @Nullable String email,
            PositionJson metadata) {

        static ReportJson from(Contact contact) {
            return new ReportJson(
                    contact.id().value(),
                    contact.name().full(),
                    contact.name().display(),
                    contact.email(),
                    new PositionJson(contact.job().title(), contact.job().department()));
        }
    }

    record PositionJson(@Nullable String title, @Nullable String department) {}

    /** The primary contact of a company after it was set. */
    record PrimaryJson(PersonJson contact, EmployerJson company) {

        static PrimaryJson from(PrimaryContact primary) {
            return new PrimaryJson(PersonJson.from(primary.contact()), EmployerJson.from(primary.company()));
        }
    }

    record PersonJson(
            UUID id,
            String name,
            @Nullable String displayName,
            @Nullable String email,
            @Nullable UUID parentEntityId) {

        static PersonJson from(Contact contact) {
            @Nullable CompanyId company = contact.job().companyId();
            return new PersonJson(
                    contact.id().value(),
                    contact.name().full(),
                    contact.name().display(),
                    contact.email(),
                    company == null ? null : company.value());
        }
    }

    record EmployerJson(UUID id, String name, @Nullable UUID primaryContactId) {

        static EmployerJson from(Company company) {
            return new EmployerJson(
                    company.id().value(),
                    company.name(),
                    company.primaryContactId() == null
                            ? null
                            : company.primaryContactId().value());
        }
    }
}
