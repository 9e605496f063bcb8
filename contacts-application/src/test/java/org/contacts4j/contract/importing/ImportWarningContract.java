package org.contacts4j.contract.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.contacts4j.contract.contact.ContactFixture.aContact;
import static org.contacts4j.contract.importing.Importing.Row.mailing;
import static org.contacts4j.contract.importing.Importing.Row.named;
import static org.contacts4j.contract.importing.Importing.Row.withId;
import static org.contacts4j.contract.importing.Importing.counts;

import java.util.List;
import java.util.stream.IntStream;
import org.contacts4j.application.Store;
import org.contacts4j.application.importing.ImportSummary;
import org.contacts4j.application.importing.matching.MatchBy;
import org.contacts4j.application.importing.warning.ImportWarning;
import org.contacts4j.contract.TestOrganization;
import org.contacts4j.contract.importing.Importing.Row;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.id.ContactId;
import org.junit.jupiter.api.Test;

/** Contract tests of the warnings about rows that match a contact with another name. */
public interface ImportWarningContract {

    /** Returns the store under test. */
    Store store();

    @Test
    default void listsASkippedRowThatNamesAnotherPerson() {
        TestOrganization home = TestOrganization.in(store());
        Contact ada = home.keep(aContact().named("Ada Byron").with(ContactField.EMAIL, "a@x.org"));
        ImportSummary summary = Importing.into(home)
                .rows(named("Bo").email("b@x.org"), named("Cy Twombly").email("A@X.org"));
        assertThat(counts(summary)).containsExactly(1, 0, 1, 0);
        assertThat(summary.warned()).isEqualTo(1);
        assertThat(summary.warnings())
                .extracting(ImportWarning::row, ImportWarning::contact)
                .containsExactly(tuple(3L, ada.id()));
        assertThat(messages(summary))
                .containsExactly("name is \"Ada Byron\" in the contact " + ada.id()
                        + " that the row matches; the row was skipped");
    }

    @Test
    default void listsASkippedRowHoweverItMatches() {
        TestOrganization home = TestOrganization.in(store());
        Contact ada = home.keep(aContact().named("Ada").withCode("A-1").with(ContactField.PHONE, "(555) 123-4567"));
        assertThat(messages(Importing.into(home)
                        .matchingBy(MatchBy.PHONE)
                        .rows(named("Bo").phone("5551234567"))))
                .singleElement()
                .asString()
                .startsWith("name is \"Ada\"");
        assertThat(messages(Importing.into(home)
                        .matchingBy(MatchBy.CODE)
                        .rows(named("Bo").code("A-1"))))
                .hasSize(1);
        assertThat(messages(Importing.into(home)
                        .matchingBy(MatchBy.ID)
                        .rows(withId(ada.id()).name("Bo"))))
                .hasSize(1);
    }

    @Test
    default void takesNamesThatDifferInCaseAccentsOrOrderForTheSame() {
        TestOrganization home = TestOrganization.in(store());
        home.keep(aContact().named("Zoë García").with(ContactField.EMAIL, "z@x.org"));
        Row parts = mailing("z@x.org")
                .with(fields -> fields.set(ContactField.FIRST_NAME, "zoe").set(ContactField.LAST_NAME, "GARCIA"));
        assertThat(Importing.into(home)
                        .rows(
                                named("ZOE GARCIA").email("z@x.org"),
                                named("Garcia, Zoe").email("z@x.org"),
                                parts)
                        .warnings())
                .isEmpty();
    }

    @Test
    default void doesNotWarnAboutRowsAndContactsWithoutAName() {
        TestOrganization home = TestOrganization.in(store());
        home.keep(aContact().named("Ada").with(ContactField.EMAIL, "a@x.org"));
        Importing.into(home).rows(mailing("b@x.org"), Row.phoning("(555) 123-4567"));
        Importing byPhone = Importing.into(home).matchingBy(MatchBy.PHONE);
        assertThat(Importing.into(home)
                        .rows(mailing("a@x.org").at("Acme"), named("Bo").email("B@x.org"))
                        .warnings())
                .isEmpty();
        assertThat(byPhone.rows(named("Cy").phone("5551234567")).warnings()).isEmpty();
        assertThat(Importing.into(home)
                        .updating()
                        .rows(mailing("a@x.org").at("Acme"), named("Bo").email("B@x.org"))
                        .warnings())
                .isEmpty();
    }

    @Test
    default void listsContactsThatAnUpdateRenames() {
        TestOrganization home = TestOrganization.in(store());
        Contact ada = home.keep(aContact().named("Ada Byron").with(ContactField.EMAIL, "a@x.org"));
        Row row = named("Ada Lovelace").email("a@x.org");
        assertThat(messages(Importing.into(home).updating().dryly().rows(row))).hasSize(1);
        assertThat(messages(Importing.into(home).updating().rows(row)))
                .containsExactly("name was \"Ada Byron\" in the contact " + ada.id()
                        + " that the row matches; the row renamed it");
        assertThat(Importing.into(home).updating().rows(row).warnings()).isEmpty();
    }

    @Test
    default void doesNotWarnAboutAContactRenamedByItsIdOrCode() {
        TestOrganization home = TestOrganization.in(store());
        Contact ada = home.keep(aContact().named("Ada").withCode("A-1"));
        assertThat(Importing.into(home)
                        .matchingBy(MatchBy.CODE)
                        .updating()
                        .rows(named("Bo").code("A-1"))
                        .warnings())
                .isEmpty();
        assertThat(Importing.into(home)
                        .matchingBy(MatchBy.ID)
                        .updating()
                        .rows(withId(ada.id()).name("Cy"))
                        .warnings())
                .isEmpty();
    }

    @Test
    default void listsASkippedRowThatMatchesSeveralContacts() {
        TestOrganization home = TestOrganization.in(store());
        home.keepAll(
                aContact().named("Ada").with(ContactField.EMAIL, "info@x.org"),
                aContact().named("Bo").with(ContactField.EMAIL, "info@x.org"));
        ImportSummary summary = Importing.into(home)
                .rows(named("Cy").email("info@x.org"), named("BO").email("info@x.org"));
        assertThat(counts(summary)).containsExactly(0, 0, 2, 0);
        ContactId least = least(home.named("Ada").id(), home.named("Bo").id());
        assertThat(messages(summary))
                .singleElement()
                .asString()
                .startsWith("row matches 2 contacts: " + least)
                .endsWith("; the row was skipped; send the id of one with matchBy=id");
        assertThat(summary.warnings().get(0).row()).isEqualTo(2);
    }

    @Test
    default void warnsInADryRunAboutEarlierRowsAsWell() {
        Row[] rows = {
            named("Ada").email("a@x.org"),
            named("ADA").email("a@x.org"),
            named("Bo").email("A@X.org"),
            mailing("a@x.org"),
            mailing("c@x.org"),
            named("Cy").email("c@x.org")
        };
        TestOrganization home = TestOrganization.in(store());
        assertThat(Importing.warnings(Importing.into(home).dryly().rows(rows))).containsExactly("4 name");
        assertThat(Importing.warnings(Importing.into(home).rows(rows))).containsExactly("4 name");
    }

    @Test
    default void tellsARestrictedMemberNoNameThatIsHidden() {
        TestOrganization home = TestOrganization.in(store());
        home.keepAll(
                aContact()
                        .named("Hidden")
                        .with(ContactField.EMAIL, "h@x.org")
                        .with(ContactField.PHONE, "5550101")
                        .assignedTo("al"),
                aContact()
                        .named("Seen")
                        .with(ContactField.EMAIL, "h@x.org")
                        .with(ContactField.PHONE, "5550101")
                        .assignedTo("bo"));
        Importing bo = Importing.into(home).as(home.restricted("bo"));
        assertThat(messages(bo.rows(named("Cy").email("h@x.org"))))
                .singleElement()
                .asString()
                .contains("\"Seen\"")
                .doesNotContain("Hidden");
        assertThat(messages(bo.matchingBy(MatchBy.PHONE).rows(named("Cy").phone("5550101"))))
                .singleElement()
                .asString()
                .contains("\"Seen\"");
    }

    @Test
    default void countsAllWarningsAndListsTheFirstThousand() {
        TestOrganization home = TestOrganization.in(store());
        home.keep(aContact().named("Ada").with(ContactField.EMAIL, "a@x.org"));
        List<Row> rows = IntStream.range(0, 1_200)
                .mapToObj(i -> named("Bo " + i).email("a@x.org"))
                .toList();
        ImportSummary summary = Importing.into(home).rows(rows);
        assertThat(summary.warned()).isEqualTo(1_200);
        assertThat(summary.warnings()).hasSize(ImportSummary.MAX_LISTED);
        assertThat(summary.warningsTruncated()).isTrue();
    }

    private static ContactId least(ContactId one, ContactId other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static List<String> messages(ImportSummary summary) {
        return summary.warnings().stream()
                .map(warning -> warning.fault().field() + " " + warning.fault().message())
                .toList();
    }
}
