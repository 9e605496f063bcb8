package org.contacts4j.contract.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contacts4j.contract.contact.ContactFixture.aContact;
import static org.contacts4j.contract.importing.Importing.Row.mailing;
import static org.contacts4j.contract.importing.Importing.Row.named;
import static org.contacts4j.contract.importing.Importing.Row.withId;
import static org.contacts4j.contract.importing.Importing.counts;
import static org.contacts4j.contract.importing.Importing.faults;
import static org.contacts4j.contract.importing.Importing.warnings;

import java.util.List;
import java.util.Map;
import org.contacts4j.application.Store;
import org.contacts4j.application.importing.ImportSummary;
import org.contacts4j.application.importing.matching.MatchBy;
import org.contacts4j.application.page.Page.Total;
import org.contacts4j.contract.TestOrganization;
import org.contacts4j.contract.importing.Importing.Row;
import org.contacts4j.domain.Address;
import org.contacts4j.domain.AddressPart;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.contact.Email;
import org.contacts4j.domain.contact.Phone;
import org.junit.jupiter.api.Test;

/** Contract tests of updates by an import: it adds values, and still matches the contacts that it changed. */
public interface ImportUpdateContract {

    /** Returns the store under test. */
    Store store();

    @Test
    default void updatesByAddingAndOverwritingButNeverTakingAway() {
        TestOrganization home = TestOrganization.in(store());
        Contact ada = home.keep(aContact()
                .named("Ada")
                .tagged("poet")
                .with(ContactField.NOTES, "met in London")
                .with(ContactField.EMAILS, List.of(new Email("a@x.org", "primary"), new Email("b@x.org", "home"))));
        ImportSummary summary = Importing.into(home)
                .updating()
                .tagging("import")
                .rows(mailing("B@x.org").tags("Poet", "vip").with(f -> f.set(ContactField.TITLE, "Countess")));
        assertThat(counts(summary)).containsExactly(0, 1, 0, 0);
        Contact after = home.get(ada.id());
        assertThat(after.name().full()).isEqualTo("Ada");
        assertThat(after.tags()).containsExactly("poet", "vip", "import");
        assertThat(after.background().notes()).isEqualTo("met in London");
        assertThat(after.communication().emails()).isEqualTo(ada.communication().emails());
        assertThat(after.job().title()).isEqualTo("Countess");
    }

    @Test
    default void clearsDoNotContactOnlyWhereAnOptionAllowsIt() {
        TestOrganization home = TestOrganization.in(store());
        Contact ada = home.keep(aContact().with(ContactField.EMAIL, "a@x.org").with(ContactField.DO_NOT_CONTACT, true));
        Row row = mailing("a@x.org").with(fields -> fields.set(ContactField.DO_NOT_CONTACT, false));
        ImportSummary kept = Importing.into(home).updating().rows(row);
        assertThat(counts(kept)).containsExactly(0, 0, 1, 0);
        assertThat(warnings(kept)).containsExactly("2 dnc");
        assertThat(home.get(ada.id()).communication().doNotContact()).isTrue();
        ImportSummary cleared =
                Importing.into(home).updating().clearingDoNotContact().rows(row);
        assertThat(counts(cleared)).containsExactly(0, 1, 0, 0);
        assertThat(home.get(ada.id()).communication().doNotContact()).isFalse();
    }

    @Test
    default void leavesOutInvalidValuesThatTheRowCanDoWithout() {
        TestOrganization home = TestOrganization.in(store());
        Row row = named("Ada")
                .email("a@x.org")
                .with(fields -> fields.set(ContactField.WEBSITE, "n/a")
                        .set(ContactField.TITLE, "x".repeat(300))
                        .set(
                                ContactField.ADDRESS,
                                new Address(Map.of(AddressPart.COUNTRY_CODE, "XX", AddressPart.CITY, "Ulm"))));
        ImportSummary created =
                Importing.into(home).rows(row, named("Bo").email("b").tags("x".repeat(300)));
        assertThat(counts(created)).containsExactly(1, 0, 0, 1);
        assertThat(warnings(created)).containsExactlyInAnyOrder("2 website", "2 title", "2 address.countryCode");
        assertThat(faults(created)).containsExactlyInAnyOrder("3 email", "3 tags[0]");
        assertThat(home.named("Ada").address().get(AddressPart.CITY)).isEqualTo("Ulm");
        ImportSummary again = Importing.into(home)
                .updating()
                .rows(row.with(fields -> fields.set(ContactField.NOTES, "met in London")));
        assertThat(counts(again)).containsExactly(0, 1, 0, 0);
        assertThat(warnings(again)).hasSize(3);
        assertThat(home.named("Ada").background().notes()).isEqualTo("met in London");
    }

    @Test
    default void keepsTheFormerEmailAndPhoneOfAContactThatGetsNewOnes() {
        TestOrganization home = TestOrganization.in(store());
        Contact ada = home.keep(aContact()
                .withCode("A")
                .with(ContactField.EMAIL, "old@x.org")
                .with(ContactField.PHONE, "1")
                .with(ContactField.MOBILE_PHONE, "2"));
        Importing.into(home)
                .matchingBy(MatchBy.CODE)
                .updating()
                .rows(mailing("new@x.org")
                        .code("A")
                        .phone("3")
                        .with(fields -> fields.set(ContactField.MOBILE_PHONE, "4")));
        Contact after = home.get(ada.id());
        assertThat(after.communication().emails())
                .containsExactly(new Email("new@x.org", "primary"), new Email("old@x.org", "secondary"));
        assertThat(after.phone()).isEqualTo("3");
        assertThat(after.phone("mobile")).isEqualTo("4");
        assertThat(after.communication().phones())
                .extracting(Phone::number)
                .containsExactlyInAnyOrder("1", "2", "3", "4");
    }

    @Test
    default void createsNothingWhenAnUpdateThatRenamesRunsAgain() {
        TestOrganization home = TestOrganization.in(store());
        home.keep(aContact().named("Ada").with(ContactField.EMAIL, "a@x.org").with(ContactField.PHONE, "5550101"));
        Contact di = home.keep(aContact().named("Di").withCode("D-1"));
        Contact cy = home.keep(aContact().named("Cy"));
        Row[] rows = {
            named("Ada").phone("5-550101"),
            mailing("a@x.org").name("Countess"),
            named("Zoe").code("D-1"),
            withId(di.id()).code("D-2"),
            named("Cy"),
            withId(cy.id()).phone("7770101")
        };
        Importing updating = Importing.into(home).matchingBy(MatchBy.ID).updating();
        for (int run = 0; run < 3; run++) {
            ImportSummary summary = updating.rows(rows);
            assertThat(summary.created() + summary.failed()).isZero();
        }
        assertThat(home.total()).isEqualTo(Total.exact(3));
        assertThat(counts(Importing.into(home).matchingBy(MatchBy.ID).rows(rows)))
                .containsExactly(0, 0, 6, 0);
    }

    @Test
    default void prefersWhoHasANameOrCodeToWhoHadIt() {
        TestOrganization home = TestOrganization.in(store());
        Contact ada = home.keep(aContact().named("Ada").with(ContactField.EMAIL, "a@x.org"));
        Importing updating = Importing.into(home).updating();
        updating.rows(mailing("a@x.org").code("A-1").phone("5550101"));
        updating.rows(mailing("a@x.org").code("A-2").name("Countess"));
        Row old = named("Ada").code("A-1").phone("5550101");
        assertThat(counts(Importing.into(home).dryly().rows(old))).containsExactly(0, 0, 1, 0);
        Contact other = home.keep(aContact().named("Other").withCode("A-1"));
        assertThat(counts(updating.rows(old.with(f -> f.set(ContactField.TITLE, "Poet")))))
                .containsExactly(0, 1, 0, 0);
        assertThat(home.get(other.id()).job().title()).isEqualTo("Poet");
        assertThat(home.get(ada.id()).job().title()).isNull();
    }

    @Test
    default void forgetsWhatADeletedContactWasRecognisedBy() {
        TestOrganization home = TestOrganization.in(store());
        Contact ada = home.keep(
                aContact().named("Ada").with(ContactField.EMAIL, "a@x.org").with(ContactField.PHONE, "5550101"));
        Importing.into(home).updating().rows(mailing("a@x.org").name("Countess"));
        home.delete(home.get(ada.id()));
        assertThat(counts(Importing.into(home).rows(named("Ada").phone("5550101"))))
                .containsExactly(1, 0, 0, 0);
    }
}
