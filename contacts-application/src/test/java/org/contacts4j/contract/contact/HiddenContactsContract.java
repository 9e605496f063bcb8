package org.contacts4j.contract.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contacts4j.contract.company.CompanyFixture.aCompany;
import static org.contacts4j.contract.contact.ContactFixture.aContact;
import static org.contacts4j.contract.contact.VisibilityContract.BO;
import static org.contacts4j.domain.company.CompanyField.NAME;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.contacts4j.application.Contacts4J;
import org.contacts4j.application.Store;
import org.contacts4j.application.company.CompanyQuery;
import org.contacts4j.application.company.CompanyService;
import org.contacts4j.application.contact.PrimaryContact;
import org.contacts4j.application.page.Order;
import org.contacts4j.application.page.Slice;
import org.contacts4j.contract.TestOrganization;
import org.contacts4j.domain.ContactsFailure.Forbidden;
import org.contacts4j.domain.company.Company;
import org.contacts4j.domain.company.CompanyField;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.filter.Fields;
import org.contacts4j.domain.id.MemberId;
import org.contacts4j.domain.id.TeamId;
import org.contacts4j.domain.member.Team;
import org.contacts4j.domain.member.TeamField;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.domain.patch.Patch;
import org.contacts4j.domain.patch.Precondition;
import org.junit.jupiter.api.Test;

/** Contract tests of what restricted callers can read and change at companies with hidden contacts. */
public interface HiddenContactsContract {

    /** Returns the store under test. */
    Store store();

    @Test
    default void readsACompanyWithAHiddenPrimaryContactAsOneWithout() {
        TestOrganization home = TestOrganization.in(store());
        Company acme = home.keep(aCompany());
        Contact hidden = home.keep(aContact().at(acme).assignedTo("al"));
        home.keep(aContact().at(acme).assignedTo("bo"));
        Company led = home.makePrimary(hidden, acme);
        assertThat(home.find(BO, acme.id())).contains(led.withoutPrimaryContact());
        CompanyQuery named = new CompanyQuery("company", Order.BY_NAME, Slice.at(0, 9), true);
        for (CompanyQuery query : List.of(CompanyQuery.first(9), named)) {
            assertThat(home.page(BO, query).items()).containsExactly(led.withoutPrimaryContact());
        }
        assertThat(home.find(acme.id())).contains(led);
        Caller bo = home.restricted("bo");
        assertThat(companies(home).get(bo, acme.id()).primaryContactId()).isNull();
        assertThat(change(home, bo, acme, Patch.of(CompanyField.PHONE, "1")).primaryContactId())
                .isNull();
        assertThat(home.get(acme.id()).primaryContactId()).isEqualTo(hidden.id());
        assertThat(home.get(acme.id()).phone()).isEqualTo("1");
    }

    @Test
    default void showsAPrimaryContactThatIsAssignedToTheCallerOrTheirTeam() {
        TestOrganization home = TestOrganization.in(store());
        home.write(tx -> tx.teams().save(home.id(), new Team(new TeamId("north"), null, List.of(bo()))));
        for (ContactFixture seen :
                List.of(aContact().assignedTo("bo"), aContact().ofTeams("north"))) {
            Company acme = home.keep(aCompany());
            Company led = home.makePrimary(home.keep(seen.at(acme)), acme);
            assertThat(home.find(BO, acme.id())).contains(led);
            assertThat(home.page(BO, CompanyQuery.first(9)).items()).contains(led);
        }
    }

    @Test
    default void refusesToRenameACompanyWithHiddenContacts() {
        TestOrganization home = TestOrganization.in(store());
        Company acme = home.keep(aCompany().named("Acme"));
        home.keep(aContact().at(acme).assignedTo("bo"));
        Contact hidden = home.keep(aContact().named("Hidden").at(acme));
        Caller bo = home.restricted("bo");
        assertThatThrownBy(() -> change(home, bo, acme, Patch.of(NAME, "Zenith")))
                .isInstanceOf(Forbidden.class)
                .hasMessage("Renaming this company changes contacts that are not assigned to you or your teams;"
                        + " ask a member who sees all contacts.");
        assertThatThrownBy(() -> companies(home).save(bo, acme.id(), Patch.of(NAME, "Zenith"), Precondition.none()))
                .isInstanceOf(Forbidden.class);
        assertThat(home.get(acme.id())).isEqualTo(acme);
        assertThat(home.found("zenith")).isEmpty();
        assertThat(change(home, bo, acme, Patch.of(NAME, "Acme").set(CompanyField.PHONE, "1"))
                        .phone())
                .isEqualTo("1");
        home.delete(hidden);
        assertThat(change(home, bo, acme, Patch.of(NAME, "Zenith")).name()).isEqualTo("Zenith");
    }

    @Test
    default void renamesACompanyOfOtherOrganizationsContactsAndOfNone() {
        TestOrganization other = TestOrganization.in(store());
        Company theirs = other.keep(aCompany());
        other.keep(aContact().at(theirs));
        TestOrganization home = TestOrganization.in(store());
        Company twin = home.keep(aCompany().withId(theirs.id().value()));
        assertThat(change(home, home.restricted("bo"), twin, Patch.of(NAME, "Zenith"))
                        .name())
                .isEqualTo("Zenith");
    }

    /** Otherwise both could succeed: the rename, and the addition of a hidden contact to the renamed company. */
    @Test
    default void letsNoContactJoinWhileACompanyIsRenamed() throws Exception {
        TestOrganization home = TestOrganization.in(store());
        Company acme = home.keep(aCompany());
        Patch<Contact> joining = Patch.of(ContactField.NAME, "Hidden").set(ContactField.COMPANY, acme.id());
        CompletableFuture<Contact> joined = home.writing(tx -> {
            tx.companies().lock(home.id(), acme.id());
            assertThat(tx.companies().hasHiddenContacts(home.id(), BO, acme.id()))
                    .isFalse();
            CompletableFuture<Contact> started = CompletableFuture.supplyAsync(
                    () -> home.contacts4j().contacts().create(home.ada(), joining));
            assertThatThrownBy(() -> started.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            return started;
        });
        assertThat(joined.get(30, TimeUnit.SECONDS).job().companyId()).isEqualTo(acme.id());
        home.write(tx -> assertThat(tx.companies().hasHiddenContacts(home.id(), BO, acme.id()))
                .isTrue());
    }

    @Test
    default void refusesToDisplaceAHiddenPrimaryContact() {
        TestOrganization home = TestOrganization.in(store());
        Company acme = home.keep(aCompany());
        Contact hidden = home.keep(aContact().at(acme));
        Contact mine = home.keep(aContact().at(acme).assignedTo("bo"));
        Company led = home.makePrimary(hidden, acme);
        Caller bo = home.restricted("bo");
        Patch<Contact> colleague = Patch.of(ContactField.NAME, "New").set(ContactField.COMPANY, acme.id());
        List<Consumer<Contacts4J>> displacing = List.of(
                it -> it.contacts().setPrimary(bo, mine.id(), acme.id()),
                it -> it.companyContacts().create(bo, colleague, true),
                it -> it.companyContacts().update(bo, mine.id(), Patch.empty(), true));
        assertThat(displacing)
                .allSatisfy(it -> assertThatThrownBy(() -> it.accept(home.contacts4j()))
                        .isInstanceOf(Forbidden.class)
                        .hasMessageStartingWith("Setting this primary contact changes a primary contact"));
        assertThat(home.get(acme.id())).isEqualTo(led);
        assertThat(home.names(Fields.companyId().is(acme.id()))).hasSize(2);
        home.contacts4j().companyContacts().update(bo, mine.id(), Patch.empty(), false);
        assertThat(home.get(acme.id())).isEqualTo(led);
    }

    @Test
    default void takesAPlaceThatIsFreeOrOfAVisibleContact() {
        TestOrganization home = TestOrganization.in(store());
        Company acme = home.keep(aCompany());
        home.keep(aContact().at(acme));
        List<Contact> mine = home.keepAll(
                aContact().at(acme).assignedTo("bo"), aContact().at(acme).assignedTo("bo", "al"));
        Caller bo = home.restricted("bo");
        for (Contact contact : mine) {
            PrimaryContact set = home.contacts4j().contacts().setPrimary(bo, contact.id(), acme.id());
            assertThat(set.company()).isEqualTo(home.get(acme.id()));
            assertThat(set.company().primaryContactId()).isEqualTo(contact.id());
        }
    }

    /** A restricted administrator could otherwise join a team to see its contacts. */
    @Test
    default void refusesToLetRestrictedAdministratorsChangeTeams() {
        TestOrganization home = TestOrganization.in(store());
        TeamId north = new TeamId("north");
        assertThatThrownBy(() -> home.contacts4j()
                        .teams()
                        .update(home.restrictedAdmin(), north, Patch.of(TeamField.MEMBERS, List.of(bo()))))
                .isInstanceOf(Forbidden.class)
                .hasMessageContaining("which contacts its members see");
        assertThat(home.contacts4j().teams().find(home.admin(), List.of(north))).isEmpty();
    }

    private static MemberId bo() {
        return new MemberId("bo");
    }

    private static CompanyService companies(TestOrganization home) {
        return home.contacts4j().companies();
    }

    private static Company change(TestOrganization home, Caller caller, Company company, Patch<Company> patch) {
        return companies(home).update(caller, company.id(), patch, Precondition.none());
    }
}
