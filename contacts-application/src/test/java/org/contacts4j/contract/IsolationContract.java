package org.contacts4j.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contacts4j.contract.TestOrganization.ALL;
import static org.contacts4j.contract.company.CompanyFixture.aCompany;
import static org.contacts4j.contract.contact.ContactFixture.aContact;

import java.util.List;
import java.util.UUID;
import org.contacts4j.application.Store;
import org.contacts4j.application.company.CompanyQuery;
import org.contacts4j.application.page.Page;
import org.contacts4j.application.page.Page.Total;
import org.contacts4j.application.page.PageRequest;
import org.contacts4j.contract.company.CompanyFixture;
import org.contacts4j.contract.contact.ContactFixture;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.company.Company;
import org.contacts4j.domain.company.CompanyField;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.contact.event.ContactEvent;
import org.contacts4j.domain.patch.Patch;
import org.junit.jupiter.api.Test;

/** Contract tests of isolation: an organization cannot read or change another's records, even with their ids. */
public interface IsolationContract {

    /** Returns the store under test. */
    Store store();

    @Test
    default void hidesContactsFromOtherOrganizations() {
        TestOrganization home = TestOrganization.in(store());
        TestOrganization outsider = TestOrganization.in(store());
        Contact ada = home.keep(aContact().withCode("C-1"));
        assertThat(outsider.find(ada.id())).isEmpty();
        outsider.write(tx ->
                assertThat(tx.contacts().lock(outsider.id(), ALL, ada.id())).isEmpty());
        assertThat(outsider.page(PageRequest.first(1))).isEqualTo(new Page<Contact>(List.of(), Total.exact(0), null));
        assertThat(outsider.idByCode("C-1")).isEmpty();
    }

    @Test
    default void hidesReportingLinesFromOtherOrganizations() {
        TestOrganization home = TestOrganization.in(store());
        TestOrganization outsider = TestOrganization.in(store());
        Contact manager = home.keep(aContact());
        Contact report = home.keep(aContact().reportingTo(manager));
        outsider.write(tx -> {
            assertThat(tx.contacts().managersAbove(outsider.id(), report.id())).isEmpty();
            assertThat(tx.contacts().lockReportsTo(outsider.id(), manager.id(), 9))
                    .isEmpty();
        });
    }

    @Test
    default void hidesCompaniesFromOtherOrganizations() {
        TestOrganization home = TestOrganization.in(store());
        TestOrganization outsider = TestOrganization.in(store());
        Company acme = home.keep(aCompany().withCode("A-1"));
        Contact ada = home.keep(aContact().at(acme));
        home.makePrimary(ada, acme);
        assertThat(outsider.find(acme.id())).isEmpty();
        assertThat(outsider.page(CompanyQuery.first(1))).isEqualTo(new Page<Company>(List.of(), Total.exact(0), null));
        outsider.write(tx -> {
            assertThat(tx.companies().lock(outsider.id(), acme.id())).isEmpty();
            assertThat(tx.companies().lockWithPrimary(outsider.id(), acme.id(), ada.id()))
                    .isEmpty();
            assertThat(tx.companies().idByCode(outsider.id(), "A-1")).isEmpty();
            assertThat(tx.contacts().lockOfCompany(outsider.id(), acme.id(), 9)).isEmpty();
        });
    }

    @Test
    default void hidesEventsFromOtherOrganizations() {
        TestOrganization home = TestOrganization.in(store());
        TestOrganization outsider = TestOrganization.in(store());
        Contact ada = home.keep(aContact());
        home.write(tx -> tx.events().append(home.id(), ContactEvent.created(UUID.randomUUID(), ada)));
        assertThat(outsider.events(ada.id())).isEmpty();
    }

    @Test
    default void changesNothingForAnotherOrganization() {
        TestOrganization home = TestOrganization.in(store());
        TestOrganization outsider = TestOrganization.in(store());
        Contact ada = home.keep(aContact());
        Contact stolen = ada.apply(Patch.of(ContactField.NAME, "Stolen"), null, TestOrganization.LATER);
        attempt(() -> outsider.write(tx -> tx.contacts()
                .update(outsider.id(), ada, stolen, ContactEvent.updated(UUID.randomUUID(), ada, stolen))));
        attempt(() -> outsider.write(tx -> tx.contacts()
                .delete(
                        outsider.id(),
                        ada,
                        ContactEvent.deleted(
                                UUID.randomUUID(), ada, TestOrganization.EDITOR, TestOrganization.LATER))));
        assertThat(home.find(ada.id())).contains(ada);
        assertThat(home.total()).isEqualTo(Total.exact(1));
    }

    @Test
    default void changesNoCompanyForAnotherOrganization() {
        TestOrganization home = TestOrganization.in(store());
        TestOrganization outsider = TestOrganization.in(store());
        Company acme = home.keep(aCompany());
        Company stolen =
                acme.apply(Patch.of(CompanyField.NAME, "Stolen"), TestOrganization.EDITOR, TestOrganization.LATER);
        attempt(() -> outsider.write(tx -> tx.companies().update(outsider.id(), acme, stolen)));
        attempt(() -> outsider.write(tx -> tx.companies().delete(outsider.id(), acme)));
        assertThat(home.find(acme.id())).contains(acme);
    }

    @Test
    default void refusesTheCompanyOfAnotherOrganization() {
        TestOrganization home = TestOrganization.in(store());
        TestOrganization outsider = TestOrganization.in(store());
        Company acme = home.keep(aCompany());
        assertThatThrownBy(() -> outsider.keep(aContact().at(acme))).isInstanceOf(ContactsFailure.Unavailable.class);
        assertThat(outsider.total()).isEqualTo(Total.exact(0));
    }

    @Test
    default void refusesTheManagerOfAnotherOrganization() {
        TestOrganization home = TestOrganization.in(store());
        TestOrganization outsider = TestOrganization.in(store());
        Contact manager = home.keep(aContact());
        assertThatThrownBy(() -> outsider.keep(aContact().reportingTo(manager)))
                .isInstanceOf(ContactsFailure.Unavailable.class);
        assertThat(outsider.total()).isEqualTo(Total.exact(0));
    }

    @Test
    default void keepsTheSameIdAndCodeApartInTwoOrganizations() {
        TestOrganization home = TestOrganization.in(store());
        TestOrganization other = TestOrganization.in(store());
        ContactFixture fixture = aContact().withCode("C-1");
        Contact here = home.keep(fixture.named("Here"));
        Contact there = other.keep(fixture.named("There"));
        assertThat(home.find(here.id())).contains(here);
        assertThat(other.find(there.id())).contains(there);
    }

    @Test
    default void keepsTheSameCompanyApartInTwoOrganizations() {
        TestOrganization home = TestOrganization.in(store());
        TestOrganization other = TestOrganization.in(store());
        CompanyFixture fixture = aCompany().withCode("A-1");
        Company here = home.keep(fixture.named("Here"));
        Company there = other.keep(fixture.named("There"));
        Contact ada = home.keep(aContact().at(here));
        assertThat(other.find(there.id())).contains(there);
        assertThat(home.get(ada.id()).job().companyName()).isEqualTo("Here");
    }

    /** A store may reject or ignore an invalid operation. The test checks only the resulting state. */
    private static void attempt(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException refused) {
            assertThat(refused).isNotNull();
        }
    }
}
