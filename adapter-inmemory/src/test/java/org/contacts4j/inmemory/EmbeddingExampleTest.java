package org.contacts4j.inmemory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contacts4j.application.Order.Key.CREATED_AT;
import static org.contacts4j.application.Order.Key.NAME;
import static org.contacts4j.application.PageRequest.orderBy;
import static org.contacts4j.domain.contact.ContactStatus.ACTIVE;
import static org.contacts4j.domain.filter.Fields.company;
import static org.contacts4j.domain.filter.Fields.search;
import static org.contacts4j.domain.filter.Fields.status;
import static org.contacts4j.domain.filter.Fields.tags;

import java.security.SecureRandom;
import java.time.Clock;
import org.contacts4j.application.Contacts4J;
import org.contacts4j.application.Page;
import org.contacts4j.application.contact.ContactService;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.company.Company;
import org.contacts4j.domain.company.CompanyField;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.filter.Filter;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.domain.patch.Patch;
import org.contacts4j.domain.patch.Precondition;
import org.junit.jupiter.api.Test;

/** The example code in the README. {@code ReadmeTest} checks that both are equal. */
final class EmbeddingExampleTest {

    @Test
    @SuppressWarnings("SystemOut")
    void worksAsTheReadmeShows() {
        // example:start
        Contacts4J contacts4j = Contacts4J.over(new InMemoryStore(), Clock.systemUTC(), new SecureRandom());
        ContactService contacts = contacts4j.contacts();
        Caller caller = Caller.member("my-organization", "me");

        // A company, and a person who works there.
        Company acme = contacts4j.companies().create(caller, Patch.of(CompanyField.NAME, "Acme"));
        Patch<Contact> fields = Patch.of(ContactField.NAME, "Ada Lovelace")
                .with(ContactField.EMAIL, "ada@example.org")
                .with(ContactField.COMPANY, acme.id());
        Contact ada = contacts.create(caller, fields);

        // An update lists only the changed fields.
        Patch<Contact> promotion = Patch.of(ContactField.TITLE, "Countess");
        Contact promoted = contacts.change(caller, ada.id(), promotion, Precondition.none());

        // Text is found in names, e-mails, phones and companies, whatever its case and accents.
        Page<Contact> found =
                contacts.list(caller, search("LOVELACE"), orderBy(NAME).page(1).limit(20));

        // Conditions combine: active VIPs, and contacts of Acme, latest first.
        Filter filter =
                tags().contains("vip").and(status().is(ACTIVE)).or(company().is("Acme"));
        Page<Contact> smartList =
                contacts.list(caller, filter, orderBy(CREATED_AT).descending());

        // Make Ada the company's primary contact.
        Company led = contacts.setPrimary(caller, ada.id(), acme.id()).company();

        // A rejected request reports every validation error at once.
        try {
            contacts.create(caller, Patch.of(ContactField.EMAIL, "not an address"));
        } catch (ContactsFailure.Invalid refused) {
            refused.faults().forEach(fault -> System.out.println(fault.field() + " " + fault.message()));
        }
        // example:end

        assertThat(promoted.email()).isEqualTo("ada@example.org");
        assertThat(promoted.revision().version()).isEqualTo(2);
        assertThat(found.items()).containsExactly(promoted);
        assertThat(smartList.items()).containsExactly(promoted);
        assertThat(led.primaryContactId()).isEqualTo(ada.id());
    }
}
