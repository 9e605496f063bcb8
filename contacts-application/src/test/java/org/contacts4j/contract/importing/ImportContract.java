package org.contacts4j.contract.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contacts4j.contract.company.CompanyFixture.aCompany;
import static org.contacts4j.contract.contact.ContactFixture.aContact;
import static org.contacts4j.contract.importing.Importing.Row.mailing;
import static org.contacts4j.contract.importing.Importing.Row.named;
import static org.contacts4j.contract.importing.Importing.Row.phoning;
import static org.contacts4j.contract.importing.Importing.counts;
import static org.contacts4j.contract.importing.Importing.faults;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.contacts4j.application.Store;
import org.contacts4j.application.importing.ImportSummary;
import org.contacts4j.application.page.Page.Total;
import org.contacts4j.contract.TestOrganization;
import org.contacts4j.contract.importing.Importing.Row;
import org.contacts4j.domain.company.Company;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.contact.Phone;
import org.contacts4j.domain.contact.event.ContactEvent;
import org.contacts4j.domain.filter.Filter;
import org.contacts4j.domain.id.CompanyId;
import org.contacts4j.domain.id.ContactId;
import org.junit.jupiter.api.Test;

/** Contract tests of imports of rows without a match and of invalid rows. The summary accounts for every row. */
public interface ImportContract {

    /** Returns the store under test. */
    Store store();

    @Test
    default void createsContactsWithTheirEventsAndCounts() {
        TestOrganization home = TestOrganization.in(store());
        ImportSummary summary = Importing.into(home).rows(named("Ada").email("ada@x.org"), named("Bo"));
        assertThat(counts(summary)).containsExactly(2, 0, 0, 0);
        assertThat(home.names(Filter.matchAll())).containsExactly("Ada", "Bo");
        assertThat(home.total()).isEqualTo(Total.exact(2));
        Contact ada = home.named("Ada");
        assertThat(home.events(ada.id())).extracting(ContactEvent::type).containsExactly(ContactEvent.Type.CREATED);
        assertThat(ada.revision().createdBy()).isEqualTo(home.ada().member());
    }

    @Test
    default void keepsEveryFieldAsASingleCreateDoes() {
        TestOrganization home = TestOrganization.in(store());
        String hostile = "tab\there \\N \"quoted\", {braces}\nline\r\nback\\slash \\. é 李 😀";
        Importing.into(home)
                .rows(named("Ada")
                        .tags("a,b", "c\"d", "e\\f", "{}", "NULL")
                        .with(fields -> fields.set(ContactField.NOTES, hostile)
                                .set(ContactField.PHONES, List.of(new Phone("1\t2", "ho\\me")))));
        Contact ada = home.named("Ada");
        assertThat(ada.background().notes()).isEqualTo(hostile);
        assertThat(ada.tags()).containsExactly("a,b", "c\"d", "e\\f", "{}", "NULL");
        assertThat(ada.communication().phones()).containsExactly(new Phone("1\t2", "ho\\me"));
    }

    @Test
    default void makesTagsKnownAndCountsThem() {
        TestOrganization home = TestOrganization.in(store());
        Importing.into(home)
                .tagging("Fair")
                .rows(named("Ada").tags("vip", "VIP"), named("Bo").tags("Vip", "poet"), named("Cy"));
        assertThat(home.contacts4j().tags().list(home.ada()).tags())
                .extracting(counted -> counted.tag().name() + " " + counted.contacts())
                .containsExactly("Fair 3", "poet 1", "vip 2");
    }

    @Test
    default void linksToCompaniesThatAreThere() {
        TestOrganization home = TestOrganization.in(store());
        Company acme = home.keep(aCompany().named("Acme"));
        Importing.into(home).rows(named("Ada").with(f -> f.set(ContactField.COMPANY, acme.id())));
        assertThat(home.named("Ada").job().companyName()).isEqualTo("Acme");
    }

    @Test
    default void namesARowAfterItsEmailOrPhone() {
        TestOrganization home = TestOrganization.in(store());
        Importing.into(home).rows(mailing("ada@x.org"), phoning("555 1"));
        assertThat(home.names(Filter.matchAll())).containsExactly("555 1", "ada@x.org");
    }

    @Test
    default void reportsABadRowAndKeepsTheOthers() {
        TestOrganization home = TestOrganization.in(store());
        ImportSummary summary = Importing.into(home)
                .rows(
                        named("Ada"),
                        named("Bo").email("nobody").with(f -> f.set(ContactField.WEBSITE, "x")),
                        named(" "),
                        named("Cy").with(f -> f.set(ContactField.COMPANY, new CompanyId(UUID.randomUUID()))),
                        named("Di").with(f -> f.set(ContactField.REPORTS_TO, new ContactId(UUID.randomUUID()))));
        assertThat(counts(summary)).containsExactly(1, 0, 0, 4);
        assertThat(summary.total()).isEqualTo(5);
        assertThat(faults(summary))
                .containsExactly("3 email", "3 website", "4 name", "5 parentEntityId", "6 reportsTo");
        assertThat(home.names(Filter.matchAll())).containsExactly("Ada");
    }

    @Test
    default void refusesACodeThatSomebodyElseHas() {
        TestOrganization home = TestOrganization.in(store());
        home.keep(aContact().withCode("A-1").with(ContactField.EMAIL, "a@x.org"));
        ImportSummary summary = Importing.into(home)
                .rows(
                        mailing("b@x.org").code("A-1"),
                        mailing("c@x.org").code("C-1"),
                        mailing("d@x.org").code("C-1"));
        assertThat(counts(summary)).containsExactly(1, 0, 0, 2);
        assertThat(faults(summary)).containsExactly("2 code", "4 code");
    }

    @Test
    default void listsAThousandErrorsAndCountsAll() {
        TestOrganization home = TestOrganization.in(store());
        List<Row> rows =
                IntStream.range(0, 1_200).mapToObj(i -> mailing("bad " + i)).toList();
        ImportSummary summary = Importing.into(home).rows(rows);
        assertThat(summary.failed()).isEqualTo(1_200);
        assertThat(summary.errors()).hasSize(1_000);
        assertThat(summary.truncated()).isTrue();
    }

    @Test
    default void tellsInADryRunWhatWouldHappen() {
        TestOrganization home = TestOrganization.in(store());
        home.keep(aContact().named("Zoe").with(ContactField.EMAIL, "z@x.org"));
        Row[] rows = {mailing("a@x.org"), mailing("A@x.org"), mailing("z@x.org"), mailing("bad"), named("Di")};
        assertThat(counts(Importing.into(home).dryly().rows(rows))).containsExactly(2, 0, 2, 1);
        assertThat(home.names(Filter.matchAll())).containsExactly("Zoe");
        assertThat(counts(Importing.into(home).rows(rows))).containsExactly(2, 0, 2, 1);
    }
}
