package org.contacts4j.contract.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.contacts4j.application.Contacts4J;
import org.contacts4j.application.CurrentStore;
import org.contacts4j.application.Store;
import org.contacts4j.application.Transaction;
import org.contacts4j.application.member.Directory;
import org.contacts4j.application.member.MemberService;
import org.contacts4j.contract.Parallel;
import org.contacts4j.contract.TestOrganization;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.ContactsFailure.Forbidden;
import org.contacts4j.domain.ContactsFailure.NotFound;
import org.contacts4j.domain.contact.Assignment;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.id.MemberId;
import org.contacts4j.domain.id.TeamId;
import org.contacts4j.domain.member.Member;
import org.contacts4j.domain.member.Member.Profile;
import org.contacts4j.domain.member.MemberField;
import org.contacts4j.domain.member.Team;
import org.contacts4j.domain.member.TeamField;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.domain.patch.Patch;
import org.contacts4j.domain.patch.Precondition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Contract tests of members and teams: recorded on first appearance, with names from administrators or from tokens. */
public interface DirectoryContract {

    MemberId BO = new MemberId("bo's {id} 林");
    TeamId NORTH = new TeamId("north's {id} 林");
    Profile BO_LEE = new Profile("Bo Lee", "bo@example.org");

    /** Returns the store under test. */
    Store store();

    @Test
    default void knowsMembersAndTeamsFromAssignments() {
        TestOrganization home = TestOrganization.in(store());
        Contact ada = home.contacts4j().contacts().create(home.ada(), assignedTo("al", "north"));
        home.contacts4j().contacts().update(home.ada(), ada.id(), assignedTo("bo", "south"), Precondition.none());
        assertThat(members(home)).containsExactly(unknown("al"), unknown("bo"));
        assertThat(teams(home)).containsExactly(Team.unknown(new TeamId("north")), Team.unknown(new TeamId("south")));
        assertThat(members(TestOrganization.in(store()))).isEmpty();
    }

    @Test
    default void knowsAMemberWhoSignsInByWhatTheirTokenSaidLast() {
        TestOrganization home = TestOrganization.in(store());
        signIn(home, Profile.UNKNOWN);
        assertThat(member(home)).isEqualTo(Member.unknown(BO));
        signIn(home, new Profile("Bo", null));
        signIn(home, BO_LEE);
        assertThat(member(home).name()).isEqualTo("Bo Lee");
        assertThat(member(home).email()).isEqualTo("bo@example.org");
        assertThat(members(home)).hasSize(1);
    }

    @Test
    default void prefersWhatAdministratorsSayToWhatTokensSay() {
        TestOrganization home = TestOrganization.in(store());
        Patch<Member> renaming = Patch.of(MemberField.NAME, " Robert ");
        assertThat(home.contacts4j()
                        .members()
                        .update(home.admin(), BO, renaming)
                        .name())
                .isEqualTo("Robert");
        signIn(home, BO_LEE);
        assertThat(member(home).name()).isEqualTo("Robert");
        assertThat(member(home).email()).isEqualTo("bo@example.org");
        home.contacts4j()
                .members()
                .update(home.admin(), BO, Patch.<Member>empty().clear(MemberField.NAME));
        assertThat(member(home).name()).isEqualTo("Bo Lee");
    }

    @Test
    default void reportsEveryFaultOfAMemberAndOfATeamAtOnce() {
        TestOrganization home = TestOrganization.in(store());
        Patch<Member> member = Patch.of(MemberField.NAME, "x".repeat(256)).set(MemberField.EMAIL, "nobody");
        Patch<Team> team = Patch.of(TeamField.NAME, "\u0000")
                .set(
                        TeamField.MEMBERS,
                        IntStream.range(0, 1_001)
                                .mapToObj(i -> new MemberId("m" + i))
                                .toList());
        assertThat(faultsOf(() -> home.contacts4j().members().update(home.admin(), BO, member)))
                .containsExactly("name", "email");
        assertThat(faultsOf(() -> home.contacts4j().teams().update(home.admin(), NORTH, team)))
                .containsExactly("name", "members");
        assertThat(members(home)).isEmpty();
        assertThat(teams(home)).isEmpty();
    }

    @Test
    default void keepsATeamWithThoseWhoAreInIt() {
        TestOrganization home = TestOrganization.in(store());
        Team north = changed(home, Patch.of(TeamField.NAME, "North").set(TeamField.MEMBERS, ids("zoe", "al", "zoe")));
        assertThat(north).isEqualTo(new Team(NORTH, "North", ids("al", "zoe")));
        assertThat(home.contacts4j().teams().get(home.viewer(), NORTH)).isEqualTo(north);
        assertThat(members(home)).containsExactly(unknown("al"), unknown("zoe"));
        Team left = changed(home, Patch.of(TeamField.MEMBERS, ids("bo")));
        assertThat(left).isEqualTo(new Team(NORTH, "North", ids("bo")));
        assertThat(teams(home)).containsExactly(left);
        assertThat(changed(home, Patch.<Team>empty().clear(TeamField.MEMBERS).clear(TeamField.NAME)))
                .isEqualTo(Team.unknown(NORTH));
    }

    @Test
    default void takesNamesFromAdministratorsOnlyAndHidesThemFromOtherOrganizations() {
        TestOrganization home = TestOrganization.in(store());
        TestOrganization outsider = TestOrganization.in(store());
        home.contacts4j().members().update(home.admin(), BO, Patch.of(MemberField.NAME, "Bo"));
        changed(home, Patch.of(TeamField.MEMBERS, List.of(BO)));
        for (Caller caller : List.of(home.ada(), home.viewer(), home.restricted("bo"))) {
            List<Consumer<Contacts4J>> writes = List.of(
                    it -> it.members().update(caller, BO, Patch.of(MemberField.NAME, "Eve")),
                    it -> it.teams().update(caller, NORTH, Patch.of(TeamField.NAME, "Eve")));
            assertThat(writes)
                    .allSatisfy(write -> assertThatThrownBy(() -> write.accept(home.contacts4j()))
                            .isInstanceOf(Forbidden.class));
            assertThat(home.contacts4j().members().get(caller, BO).name()).isEqualTo("Bo");
        }
        assertThatThrownBy(() -> outsider.contacts4j().members().get(outsider.admin(), BO))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> outsider.contacts4j().teams().get(outsider.admin(), NORTH))
                .isInstanceOf(NotFound.class);
        Team theirs = outsider.contacts4j().teams().update(outsider.admin(), NORTH, Patch.empty());
        assertThat(theirs.members()).isEmpty();
    }

    @Test
    default void listsMembersByIdSomeAtATime() {
        TestOrganization home = TestOrganization.in(store());
        int count = MemberService.LIMIT + 5;
        List<MemberId> ids = IntStream.range(0, count)
                .mapToObj(i -> new MemberId("m%05d".formatted(i)))
                .toList();
        home.write(tx -> tx.members().addMissing(home.id(), ids));
        MemberService.Found first = home.contacts4j().members().list(home.ada(), null);
        assertThat(first.truncated()).isTrue();
        MemberId last = first.members().get(first.members().size() - 1).id();
        MemberService.Found rest = home.contacts4j().members().list(home.ada(), last);
        assertThat(rest.truncated()).isFalse();
        assertThat(rest.members()).hasSize(5).extracting(Member::id).isEqualTo(ids.subList(count - 5, count));
    }

    @Test
    default void knowsOneWhoAppearsInManyPlacesAtOnce() {
        TestOrganization home = TestOrganization.in(store());
        List<Throwable> failures = Parallel.failuresOf(32, i -> {
            Contacts4J another = TestOrganization.in(store()).contacts4j();
            another.members()
                    .signedIn(
                            new Caller(
                                    home.id(), BO, home.ada().role(), home.ada().data()),
                            BO_LEE);
            another.contacts().create(home.ada(), assignedTo("m" + i % 3, "t" + i % 3));
        });
        assertThat(failures).isEmpty();
        assertThat(members(home)).hasSize(4);
        assertThat(teams(home)).hasSize(3);
        assertThat(member(home).name()).isEqualTo("Bo Lee");
    }

    @Test
    default void asksTheStoreOnceForThoseWhoAppearAgainAndAgain() {
        TestOrganization home = TestOrganization.in(store());
        AtomicInteger asked = new AtomicInteger();
        Caller bo = Caller.member(home.id().value(), BO.value());
        Directory directory = new Directory(new CurrentStore(new Store() {
            @Override
            public <T> T read(Function<Transaction, T> work) {
                asked.incrementAndGet();
                return store().read(work);
            }

            @Override
            public <T> T write(Function<Transaction, T> work) {
                asked.incrementAndGet();
                return store().write(work);
            }
        }));
        for (int i = 0; i < 3; i++) {
            directory.signedIn(bo, BO_LEE);
            directory.assigned(bo, new Assignment(ids("al", "bo"), List.of(NORTH)));
        }
        assertThat(asked).hasValue(3);
        directory.signedIn(bo, new Profile("Bo L.", null));
        assertThat(asked).hasValue(4);
        assertThat(member(home).name()).isEqualTo("Bo L.");
    }

    private static Patch<Contact> assignedTo(String member, String team) {
        return Patch.of(ContactField.NAME, "Ada")
                .set(ContactField.ASSIGNED_TO, ids(member))
                .set(ContactField.TEAMS, List.of(new TeamId(team)));
    }

    private static Team changed(TestOrganization home, Patch<Team> patch) {
        return home.contacts4j().teams().update(home.admin(), NORTH, patch);
    }

    private static void signIn(TestOrganization home, Profile profile) {
        Caller bo =
                new Caller(home.id(), BO, home.viewer().role(), home.viewer().data());
        home.contacts4j().members().signedIn(bo, profile);
    }

    private static Member member(TestOrganization home) {
        return home.contacts4j().members().get(home.viewer(), BO);
    }

    private static List<Member> members(TestOrganization home) {
        return home.contacts4j().members().list(home.viewer(), null).members();
    }

    private static List<Team> teams(TestOrganization home) {
        return home.contacts4j().teams().list(home.viewer(), null).teams();
    }

    private static Member unknown(String id) {
        return Member.unknown(new MemberId(id));
    }

    private static List<MemberId> ids(String... ids) {
        return List.of(ids).stream().map(MemberId::new).toList();
    }

    private static List<String> faultsOf(Runnable work) {
        ContactsFailure.@Nullable Invalid refusal = catchThrowableOfType(ContactsFailure.Invalid.class, work::run);
        return refusal.faults().stream().map(fault -> fault.field()).toList();
    }
}
