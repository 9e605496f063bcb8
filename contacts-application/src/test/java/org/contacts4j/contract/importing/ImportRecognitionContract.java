package org.contacts4j.contract.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contacts4j.contract.company.CompanyFixture.aCompany;
import static org.contacts4j.contract.contact.ContactFixture.aContact;
import static org.contacts4j.contract.importing.Importing.Row.mailing;
import static org.contacts4j.contract.importing.Importing.Row.named;
import static org.contacts4j.contract.importing.Importing.Row.withId;
import static org.contacts4j.contract.importing.Importing.counts;
import static org.contacts4j.contract.importing.Importing.faults;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.contacts4j.application.Store;
import org.contacts4j.application.importing.ImportSummary;
import org.contacts4j.application.importing.matching.MatchBy;
import org.contacts4j.application.page.Page.Total;
import org.contacts4j.contract.TestOrganization;
import org.contacts4j.contract.importing.Importing.Row;
import org.contacts4j.domain.company.Company;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.contact.Email;
import org.contacts4j.domain.patch.Patch;
import org.junit.jupiter.api.Test;

/** Contract tests of matching an import's rows to stored contacts and to earlier rows. */
public interface ImportRecognitionContract {

    /** Returns the store under test. */
    Store store();

    @Test
    default void createsNothingWhenItRunsAgain() {
        TestOrganization home = TestOrganization.in(store());
        Row[] rows = {
            named("Ada").email("ada@x.org"),
            named("Bo").phone("555 1"),
            named("Cy").code("C-1"),
            named("Di"),
            mailing("ed@x.org"),
            named("Di").with(fields -> fields.set(ContactField.MOBILE_PHONE, "+44 20 1"))
        };
        assertThat(counts(Importing.into(home).rows(rows))).containsExactly(6, 0, 0, 0);
        assertThat(counts(Importing.into(home).rows(rows))).containsExactly(0, 0, 6, 0);
        assertThat(counts(Importing.into(home).updating().rows(rows))).containsExactly(0, 0, 6, 0);
    }

    @Test
    default void recognisesAnyEmailIgnoringCase() {
        TestOrganization home = TestOrganization.in(store());
        home.keep(aContact()
                .with(ContactField.EMAILS, List.of(new Email("ada@x.org", "work"), new Email("Ada@Home.org", "home"))));
        assertThat(counts(Importing.into(home).rows(mailing("ADA@home.ORG")))).containsExactly(0, 0, 1, 0);
    }

    @Test
    default void recognisesPhonesHoweverTheyAreTyped() {
        TestOrganization home = TestOrganization.in(store());
        home.keep(aContact().with(ContactField.PHONE, "(555) 123-4567"));
        Importing byPhone = Importing.into(home).matchingBy(MatchBy.PHONE);
        assertThat(counts(byPhone.rows(named("Somebody else").phone("555.123.4567"))))
                .containsExactly(0, 0, 1, 0);
    }

    @Test
    default void recognisesCodesAndIds() {
        TestOrganization home = TestOrganization.in(store());
        Contact ada = home.keep(aContact().withCode("A-1"));
        assertThat(counts(Importing.into(home)
                        .matchingBy(MatchBy.CODE)
                        .updating()
                        .rows(named("Ada").code("A-1").email("ada@x.org"))))
                .containsExactly(0, 1, 0, 0);
        assertThat(home.get(ada.id()).email()).isEqualTo("ada@x.org");
        ImportSummary byId = Importing.into(home)
                .matchingBy(MatchBy.ID)
                .updating()
                .rows(
                        withId(ada.id()).name("Countess"),
                        withId(UUID.randomUUID()).name("Nobody"));
        assertThat(counts(byId)).containsExactly(0, 1, 0, 1);
        assertThat(faults(byId)).containsExactly("3 id");
        assertThat(home.get(ada.id()).name().full()).isEqualTo("Countess");
    }

    @Test
    default void recognisesAnEarlierRow() {
        TestOrganization home = TestOrganization.in(store());
        Row[] rows = {
            named("Ada").email("a@x.org"), named("Ada L").email("A@X.org").tags("vip")
        };
        assertThat(counts(Importing.into(home).rows(rows))).containsExactly(1, 0, 1, 0);
        TestOrganization other = TestOrganization.in(store());
        assertThat(counts(Importing.into(other).updating().rows(rows))).containsExactly(1, 1, 0, 0);
        Contact ada = other.named("Ada L");
        assertThat(ada.tags()).containsExactly("vip");
        assertThat(other.events(ada.id())).hasSize(2);
    }

    @Test
    default void recognisesRowsFarApart() {
        TestOrganization home = TestOrganization.in(store());
        List<Row> rows = IntStream.range(0, 2_500)
                .mapToObj(i -> mailing("m" + i % 2_200 + "@x.org"))
                .toList();
        assertThat(counts(Importing.into(home).dryly().rows(rows))).containsExactly(2_200, 0, 300, 0);
        assertThat(counts(Importing.into(home).rows(rows))).containsExactly(2_200, 0, 300, 0);
        assertThat(home.total()).isEqualTo(Total.exact(2_200));
    }

    @Test
    default void recognisesWhatASingleChangeMadeOfAContact() {
        TestOrganization home = TestOrganization.in(store());
        Contact ada = home.keep(aContact().with(ContactField.EMAIL, "ada@x.org"));
        home.change(ada, Patch.of(ContactField.EMAIL, "new@x.org"));
        assertThat(counts(Importing.into(home).rows(mailing("new@x.org")))).containsExactly(0, 0, 1, 0);
        home.delete(home.get(ada.id()));
        assertThat(counts(Importing.into(home).rows(mailing("new@x.org")))).containsExactly(1, 0, 0, 0);
    }

    @Test
    default void takesNamesakesAtDifferentCompaniesForTwoPeople() {
        TestOrganization home = TestOrganization.in(store());
        Row[] rows = {
            named("John Smith").at("Acme"),
            named("John Smith").at("Bolt"),
            named("John Smith").at("ACME")
        };
        assertThat(counts(Importing.into(home).dryly().rows(rows))).containsExactly(2, 0, 1, 0);
        for (Importing importing :
                List.of(Importing.into(home), Importing.into(home).updating())) {
            importing.rows(rows);
            assertThat(home.total()).isEqualTo(Total.exact(2));
        }
    }

    @Test
    default void takesALinkedCompanyForTheCompanyOfItsName() {
        TestOrganization home = TestOrganization.in(store());
        Company acme = home.keep(aCompany().named("Acme"));
        Company bolt = home.keep(aCompany().named("Bolt"));
        home.keep(aContact().named("Ada").at(acme));
        Row linked = named("Ada").with(fields -> fields.set(ContactField.COMPANY, acme.id()));
        Row elsewhere = named("Ada").with(fields -> fields.set(ContactField.COMPANY, bolt.id()));
        assertThat(counts(Importing.into(home).rows(linked, named("Ada").at("acme"), elsewhere)))
                .containsExactly(1, 0, 2, 0);
        assertThat(counts(Importing.into(home).rows(linked, named("Ada").at("bolt"), elsewhere)))
                .containsExactly(0, 0, 3, 0);
    }

    @Test
    default void completesANamesakeWithoutACompany() {
        TestOrganization home = TestOrganization.in(store());
        home.keep(aContact().named("Ada"));
        Row[] rows = {named("Ada"), named("Ada").at("Acme"), named("Ada").at("Bolt")};
        assertThat(counts(Importing.into(home).updating().rows(rows))).containsExactly(1, 1, 1, 0);
        ImportSummary again = Importing.into(home).updating().rows(rows);
        assertThat(counts(again)).containsExactly(0, 0, 2, 1);
        assertThat(faults(again)).containsExactly("2 row");
    }

    @Test
    default void remembersTheCompanyOfAFormerNamesake() {
        TestOrganization home = TestOrganization.in(store());
        Contact ada = home.keep(aContact().named("Ada"));
        Importing.into(home)
                .matchingBy(MatchBy.ID)
                .updating()
                .rows(withId(ada.id()).email("ada@x.org").at("Acme"));
        assertThat(counts(Importing.into(home)
                        .rows(
                                named("Ada"),
                                named("Ada").at("Acme"),
                                named("Ada").at("Bolt"))))
                .containsExactly(1, 0, 2, 0);
    }

    @Test
    default void reportsARowThatMatchesSeveralPeople() {
        TestOrganization home = TestOrganization.in(store());
        home.keepAll(
                aContact().named("Ada").with(ContactField.EMAIL, "info@x.org"),
                aContact().named("Bo").with(ContactField.EMAIL, "info@x.org"));
        ImportSummary summary = Importing.into(home)
                .updating()
                .rows(
                        named("Cy").email("info@x.org"),
                        named("BO").email("info@x.org").tags("vip"));
        assertThat(counts(summary)).containsExactly(0, 1, 0, 1);
        assertThat(faults(summary)).containsExactly("2 row");
        assertThat(home.named("BO").tags()).containsExactly("vip");
        assertThat(home.named("Ada").tags()).isEmpty();
    }

    @Test
    default void doesNotTakeTwoPeopleForOneBecauseTheyShareAPhone() {
        TestOrganization home = TestOrganization.in(store());
        ImportSummary summary = Importing.into(home)
                .rows(
                        named("Ada").phone("5550101"),
                        named("Bo").phone("5550101"),
                        named("ADA").phone("555-01-01"));
        assertThat(counts(summary)).containsExactly(2, 0, 1, 0);
    }
}
