package org.contacts4j.benchmarks.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.stream.IntStream;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.id.CompanyId;
import org.contacts4j.domain.id.OrganizationId;
import org.junit.jupiter.api.Test;

final class GeneratedContactsTest {

    private final GeneratedContacts contacts = new GeneratedContacts(new OrganizationId("acme"), 1, 1_000);

    @Test
    void makesTheSameContactAgain() {
        assertThat(contacts.contact(7)).isEqualTo(contacts.contact(7));
    }

    @Test
    void givesEveryContactAnIdOfItsOwn() {
        assertThat(IntStream.range(-contacts.companies(), contacts.count()).mapToObj(contacts::id))
                .doesNotHaveDuplicates();
    }

    @Test
    void namesTheCompanyThatAContactIsLinkedTo() {
        Contact linked = IntStream.range(0, contacts.count())
                .mapToObj(contacts::contact)
                .filter(contact -> contact.job().companyId() != null)
                .findFirst()
                .orElseThrow();
        CompanyId company = Objects.requireNonNull(linked.job().companyId());
        String name = IntStream.range(0, contacts.companies())
                .mapToObj(contacts::company)
                .filter(candidate -> candidate.id().equals(company))
                .findFirst()
                .orElseThrow()
                .name();
        assertThat(linked.job().companyName()).isEqualTo(name);
    }

    @Test
    void letsContactsReportOnlyToEarlierOnes() {
        assertThat(IntStream.range(0, contacts.count())
                        .mapToObj(contacts::contact)
                        .filter(contact -> contact.job().reportsTo() != null))
                .isNotEmpty()
                .allMatch(contact ->
                        contact.job().reportsTo().value().compareTo(contact.id().value()) < 0);
    }
}
