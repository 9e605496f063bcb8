package org.contacts4j.contract.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contacts4j.contract.TestOrganization.ALL;
import static org.contacts4j.contract.contact.ContactFixture.aContact;

import java.util.List;
import java.util.Set;
import org.contacts4j.application.Store;
import org.contacts4j.application.importing.matching.MatchCandidate;
import org.contacts4j.application.importing.matching.MatchCandidates.Wanted;
import org.contacts4j.application.page.Page.Total;
import org.contacts4j.application.page.PageRequest;
import org.contacts4j.contract.TestOrganization;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.filter.Fields;
import org.contacts4j.domain.filter.Filter;
import org.contacts4j.domain.id.MemberId;
import org.contacts4j.domain.id.TeamId;
import org.contacts4j.domain.member.Team;
import org.contacts4j.domain.organization.Visibility;
import org.junit.jupiter.api.Test;

/**
 * Contract tests of team visibility: members see their teams' contacts in every query, and lists can be limited to a
 * team.
 */
public interface TeamsContract {

    /** The visibility of the member {@code bo}. */
    Visibility BO = new Visibility.AssignedTo(new MemberId("bo"));

    /** Returns the store under test. */
    Store store();

    @Test
    default void findsAndLocksWhatIsAssignedToATeamOfTheMember() {
        TestOrganization home = TestOrganization.in(store());
        Contact norths = home.keep(aContact().assignedTo("al").ofTeams("south", "no'rth {%}"));
        assertThat(home.find(BO, norths.id())).isEmpty();
        team(home, "no'rth {%}", "zoe", "bo");
        assertThat(home.find(BO, norths.id())).contains(norths);
        home.write(
                tx -> assertThat(tx.contacts().lock(home.id(), BO, norths.id())).contains(norths));
        team(home, "no'rth {%}", "zoe");
        assertThat(home.find(BO, norths.id())).isEmpty();
        home.write(
                tx -> assertThat(tx.contacts().lock(home.id(), BO, norths.id())).isEmpty());
    }

    @Test
    default void listsAndCountsWhatIsAssignedToTheMemberOrAnyOfTheirTeamsOnce() {
        TestOrganization home = TestOrganization.in(store());
        team(home, "north", "bo");
        team(home, "south", "bo", "al");
        team(home, "west", "al");
        home.keepAll(
                aContact().named("Ada One").assignedTo("bo").ofTeams("north", "south"),
                aContact().named("Ada Two").ofTeams("south", "west"),
                aContact().named("Ada Three").assignedTo("bo"),
                aContact().named("Ada Four").ofTeams("west", "North"),
                aContact().named("Ada Five"));
        assertThat(TestOrganization.names(home.page(BO, PageRequest.first(9))))
                .containsExactly("Ada One", "Ada Three", "Ada Two");
        assertThat(home.page(BO, PageRequest.first(1)).total()).isEqualTo(Total.exact(3));
        assertThat(TestOrganization.names(home.page(BO, Fields.search("ada t"), PageRequest.first(9))))
                .containsExactly("Ada Three", "Ada Two");
    }

    @Test
    default void countsTheTagsOfWhatATeamOfTheMemberLooksAfter() {
        TestOrganization home = TestOrganization.in(store());
        team(home, "north", "bo");
        home.keepAll(
                aContact().tagged("VIP", "lead").ofTeams("north"),
                aContact().tagged("VIP").assignedTo("bo"),
                aContact().tagged("VIP", "secret").ofTeams("south"));
        assertThat(home.tags(BO)).containsExactly("lead 1", "VIP 2");
    }

    @Test
    default void recognisesInImportsWhatATeamOfTheMemberLooksAfter() {
        TestOrganization home = TestOrganization.in(store());
        team(home, "north", "bo");
        Contact norths = home.keep(aContact().withCode("C-1").ofTeams("north"));
        home.keep(aContact().withCode("C-2").ofTeams("south"));
        List<MatchCandidate> known = home.read(tx -> tx.matchCandidates()
                .find(home.id(), BO, new Wanted(Set.of(), Set.of("C-1", "C-2"), Set.of(), Set.of())));
        assertThat(known).extracting(MatchCandidate::id).containsExactly(norths.id());
    }

    @Test
    default void goesByTheTeamsOfTheOrganizationAlone() {
        TestOrganization home = TestOrganization.in(store());
        team(TestOrganization.in(store()), "north", "bo");
        Contact norths = home.keep(aContact().ofTeams("north"));
        assertThat(home.find(BO, norths.id())).isEmpty();
        assertThat(home.page(BO, PageRequest.first(9)).items()).isEmpty();
    }

    @Test
    default void narrowsAListToATeam() {
        TestOrganization home = TestOrganization.in(store());
        Contact norths = home.keep(aContact().ofTeams("south", "north"));
        home.keepAll(aContact().ofTeams("North", "nor"), aContact().assignedTo("north"), aContact());
        Filter north = Fields.teams().containsAll(List.of("north"));
        assertThat(home.page(ALL, north, PageRequest.first(9)).items()).containsExactly(norths);
        assertThat(home.total(north)).isEqualTo(Total.exact(1));
    }

    private static void team(TestOrganization home, String id, String... members) {
        List<MemberId> ids = List.of(members).stream().map(MemberId::new).toList();
        home.write(tx -> tx.teams().save(home.id(), new Team(new TeamId(id), null, ids)));
    }
}
