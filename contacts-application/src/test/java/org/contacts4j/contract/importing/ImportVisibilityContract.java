package org.contacts4j.contract.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contacts4j.contract.contact.ContactFixture.aContact;
import static org.contacts4j.contract.importing.Importing.Row.mailing;
import static org.contacts4j.contract.importing.Importing.Row.named;
import static org.contacts4j.contract.importing.Importing.Row.withId;
import static org.contacts4j.contract.importing.Importing.counts;
import static org.contacts4j.contract.importing.Importing.faults;

import java.util.List;
import org.contacts4j.application.Store;
import org.contacts4j.application.importing.ImportSummary;
import org.contacts4j.application.importing.matching.MatchBy;
import org.contacts4j.contract.TestOrganization;
import org.contacts4j.contract.contact.VisibilityContract;
import org.contacts4j.contract.importing.Importing.Row;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.id.MemberId;
import org.contacts4j.domain.id.TeamId;
import org.contacts4j.domain.member.Team;
import org.junit.jupiter.api.Test;

/**
 * Contract tests of visibility in imports: hidden contacts do not match, and imported contacts are visible to the
 * caller.
 */
public interface ImportVisibilityContract {

    /** Returns the store under test. */
    Store store();

    @Test
    default void showsARestrictedMemberOnlyWhatIsTheirs() {
        TestOrganization home = TestOrganization.in(store());
        home.keep(aContact()
                .named("Hidden")
                .withCode("H-1")
                .with(ContactField.EMAIL, "h@x.org")
                .assignedTo("al"));
        Importing bo = Importing.into(home).as(home.restricted("bo")).updating();
        assertThat(counts(bo.rows(mailing("h@x.org").name("Mine")))).containsExactly(1, 0, 0, 0);
        assertThat(home.find(VisibilityContract.BO, home.named("Mine").id())).isPresent();
        assertThat(home.named("Hidden").email()).isEqualTo("h@x.org");
        assertThat(counts(bo.rows(mailing("h@x.org").name("Mine")))).containsExactly(0, 0, 1, 0);
        ImportSummary taken = bo.rows(mailing("new@x.org").code("H-1"));
        assertThat(taken.errors().get(0).fault().message()).isEqualTo("is in use already");
    }

    @Test
    default void keepsWhatARestrictedMemberImportsInTheirSight() {
        TestOrganization home = TestOrganization.in(store());
        Importing bo = Importing.into(home).as(home.restricted("bo")).updating();
        Row row = mailing("a@x.org").with(f -> f.set(ContactField.ASSIGNED_TO, List.of(new MemberId("al"))));
        assertThat(counts(bo.rows(row))).containsExactly(1, 0, 0, 0);
        assertThat(counts(bo.rows(row))).containsExactly(0, 0, 1, 0);
    }

    @Test
    default void keepsWhatARestrictedMemberGivesToAnotherTeamInTheirSight() {
        TestOrganization home = TestOrganization.in(store());
        home.write(tx -> tx.teams().save(home.id(), new Team(new TeamId("north"), null, List.of(new MemberId("bo")))));
        Contact ada = home.keep(
                aContact().with(ContactField.EMAIL, "a@x.org").assignedTo("al").ofTeams("north"));
        Importing bo = Importing.into(home).as(home.restricted("bo")).updating();
        Row row = mailing("a@x.org").with(f -> f.set(ContactField.TEAMS, List.of(new TeamId("south"))));
        assertThat(counts(bo.rows(row))).containsExactly(0, 1, 0, 0);
        assertThat(home.get(ada.id()).assignment().members())
                .extracting(MemberId::value)
                .containsExactly("bo", "al");
        assertThat(counts(bo.rows(row))).containsExactly(0, 0, 1, 0);
    }

    @Test
    default void remembersForThoseAloneWhoSeeTheContact() {
        TestOrganization home = TestOrganization.in(store());
        home.keep(aContact()
                .named("Ada")
                .with(ContactField.EMAIL, "a@x.org")
                .with(ContactField.PHONE, "5550101")
                .assignedTo("al"));
        Importing.into(home).updating().rows(mailing("a@x.org").name("Countess"));
        Importing bo = Importing.into(home).as(home.restricted("bo"));
        assertThat(counts(bo.rows(named("Ada").phone("5550101")))).containsExactly(1, 0, 0, 0);
        TestOrganization abroad = TestOrganization.in(store());
        assertThat(counts(Importing.into(abroad).rows(named("Ada").phone("5550101"))))
                .containsExactly(1, 0, 0, 0);
    }

    @Test
    default void doesNotRecogniseThoseOfAnotherOrganization() {
        TestOrganization abroad = TestOrganization.in(store());
        Contact theirs = abroad.keep(aContact().withCode("A").with(ContactField.EMAIL, "a@x.org"));
        TestOrganization home = TestOrganization.in(store());
        assertThat(counts(Importing.into(home).rows(mailing("a@x.org").code("A"))))
                .containsExactly(1, 0, 0, 0);
        ImportSummary byId = Importing.into(home).matchingBy(MatchBy.ID).rows(withId(theirs.id()));
        assertThat(faults(byId)).contains("2 id");
    }

    @Test
    default void refusesAViewer() {
        TestOrganization home = TestOrganization.in(store());
        Importing viewer = Importing.into(home).as(home.viewer()).dryly();
        assertThatThrownBy(() -> viewer.rows(named("Ada"))).isInstanceOf(ContactsFailure.Forbidden.class);
    }
}
