package org.contacts4j.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.contacts4j.application.Contacts4J;
import org.contacts4j.application.contact.ContactFinder;
import org.contacts4j.domain.company.CompanyField;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.contact.ContactMethod;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.domain.patch.Patch;
import org.contacts4j.http.scenario.ApiClient;
import org.contacts4j.http.scenario.Reply;
import org.contacts4j.http.scenario.RunningApi;
import org.contacts4j.inmemory.InMemoryStore;
import org.junit.jupiter.api.Test;

/** Tests that finders return at most a thousand contacts and report when there are more. */
class FinderLimitTest {

    private final Contacts4J contacts4j =
            Contacts4J.builder(new InMemoryStore()).build();
    private final Caller ada = Caller.member("org_1", "ada");

    @Test
    void findersSayWhenTheyLeaveContactsOut() {
        ContactId boss = contacts4j
                .contacts()
                .create(ada, Patch.of(ContactField.NAME, "Boss"))
                .id();
        var acme = contacts4j
                .companies()
                .create(ada, Patch.of(CompanyField.NAME, "Acme"))
                .id();
        Patch<Contact> report = Patch.of(ContactField.REPORTS_TO, boss)
                .set(ContactField.COMPANY, acme)
                .set(ContactField.DEPARTMENT, "Sales")
                .set(ContactField.PREFERRED_METHOD, ContactMethod.EMAIL);
        for (int i = 0; i < ContactFinder.LIMIT; i++) {
            contacts4j.contacts().create(ada, report.set(ContactField.NAME, "Report " + i));
        }
        try (RunningApi api = RunningApi.over(contacts4j)) {
            ApiClient client = api.member("org_1");
            answersAll(client, boss, false, "company/" + acme, "department/Sales", "contact-method/email");
            contacts4j.contacts().create(ada, report.set(ContactField.NAME, "One more"));
            answersAll(client, boss, true, "company/" + acme, "department/Sales", "contact-method/email");
        }
    }

    private static void answersAll(ApiClient client, ContactId boss, boolean truncated, String... finders) {
        for (String finder : finders) {
            Reply found = client.get("contacts/" + finder);
            assertThat(found.at("data")).hasSize(ContactFinder.LIMIT);
            assertThat(found.at("truncated").asBoolean()).isEqualTo(truncated);
        }
        Reply hierarchy = client.get("contacts/hierarchy");
        assertThat(hierarchy.at(boss.toString())).hasSize(ContactFinder.LIMIT);
        assertThat(hierarchy.header("X-Truncated")).isEqualTo(truncated ? "true" : "");
    }
}
