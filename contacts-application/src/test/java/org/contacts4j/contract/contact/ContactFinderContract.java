package org.contacts4j.contract.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contacts4j.contract.TestOrganization.names;
import static org.contacts4j.contract.company.CompanyFixture.aCompany;
import static org.contacts4j.contract.contact.ContactFixture.aContact;

import java.util.List;
import java.util.stream.IntStream;
import org.contacts4j.application.Store;
import org.contacts4j.application.contact.ContactFinder;
import org.contacts4j.application.contact.ContactFinder.Found;
import org.contacts4j.application.contact.ContactFinder.Hierarchy;
import org.contacts4j.contract.TestOrganization;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.company.Company;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactMethod;
import org.contacts4j.domain.id.CompanyId;
import org.junit.jupiter.api.Test;

/** Contract tests of {@link ContactFinder} with a real store. */
public interface ContactFinderContract {

    /** Returns the store under test. */
    Store store();

    @Test
    default void findsTheContactsOfACompanySortedByName() {
        TestOrganization home = TestOrganization.in(store());
        Company acme = home.keep(aCompany());
        home.keepAll(aContact().named("zoë").at(acme), aContact().named("Ada").at(acme), aContact());
        Found found = finder(home).ofCompany(home.ada(), acme.id());
        assertThat(names(found.contacts())).containsExactly("Ada", "zoë");
        assertThat(found.truncated()).isFalse();
    }

    @Test
    default void findsNobodyOfACompanyThatIsNotThere() {
        TestOrganization home = TestOrganization.in(store());
        CompanyId foreign = TestOrganization.in(store()).keep(aCompany()).id();
        assertThatThrownBy(() -> finder(home).ofCompany(home.ada(), foreign))
                .isInstanceOf(ContactsFailure.CompanyNotFound.class);
        assertThatThrownBy(() -> finder(home).hierarchy(home.ada(), CompanyId.parse("nonsense")))
                .isInstanceOf(ContactsFailure.CompanyNotFound.class);
    }

    @Test
    default void findsADepartmentByItsExactName() {
        TestOrganization home = TestOrganization.in(store());
        home.keepAll(
                aContact().named("Ada").inDepartment("R&D/Zürich"), aContact().inDepartment("r&d/zürich"), aContact());
        assertThat(names(finder(home).ofDepartment(home.ada(), "R&D/Zürich").contacts()))
                .containsExactly("Ada");
    }

    @Test
    default void findsThosePreferringAMethod() {
        TestOrganization home = TestOrganization.in(store());
        home.keepAll(
                aContact().named("Ada").preferring(ContactMethod.MOBILE),
                aContact().preferring(ContactMethod.PHONE),
                aContact());
        assertThat(names(finder(home)
                        .preferring(home.ada(), ContactMethod.MOBILE)
                        .contacts()))
                .containsExactly("Ada");
    }

    @Test
    default void groupsReportsByManagerSortedByName() {
        TestOrganization home = TestOrganization.in(store());
        Contact chief = home.keep(aContact().named("Chief"));
        Contact boss = home.keep(aContact().named("Boss").reportingTo(chief));
        home.keepAll(
                aContact().named("Zoë").reportingTo(boss),
                aContact().named("ada").reportingTo(boss),
                aContact());
        Hierarchy hierarchy = finder(home).hierarchy(home.ada(), null);
        assertThat(hierarchy.reports().keySet()).containsExactly(boss.id(), chief.id());
        assertThat(names(hierarchy.reports().get(boss.id()))).containsExactly("ada", "Zoë");
        assertThat(names(hierarchy.reports().get(chief.id()))).containsExactly("Boss");
    }

    @Test
    default void narrowsTheHierarchyToReportsOfACompany() {
        TestOrganization home = TestOrganization.in(store());
        Company acme = home.keep(aCompany());
        Contact boss = home.keep(aContact().named("Boss"));
        home.keepAll(
                aContact().named("Ada").reportingTo(boss).at(acme),
                aContact().named("Bo").reportingTo(boss));
        assertThat(names(finder(home).hierarchy(home.ada(), acme.id()).reports().get(boss.id())))
                .containsExactly("Ada");
    }

    @Test
    default void findsAThousandAndSaysWhenThereAreMore() {
        TestOrganization home = TestOrganization.in(store());
        List<Contact> crowd = home.keepAll(IntStream.rangeClosed(0, ContactFinder.LIMIT)
                .mapToObj(i -> aContact().inDepartment("Crowd"))
                .toArray(ContactFixture[]::new));
        Found tooMany = finder(home).ofDepartment(home.ada(), "Crowd");
        assertThat(tooMany.contacts()).hasSize(1_000);
        assertThat(tooMany.truncated()).isTrue();
        home.delete(crowd.get(0));
        Found all = finder(home).ofDepartment(home.ada(), "Crowd");
        assertThat(all.contacts()).hasSize(1_000);
        assertThat(all.truncated()).isFalse();
    }

    private static ContactFinder finder(TestOrganization home) {
        return home.contacts4j().finder();
    }
}
