package org.contacts4j.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.contacts4j.contract.TestOrganization.ALL;
import static org.contacts4j.contract.company.CompanyFixture.aCompany;
import static org.contacts4j.contract.contact.ContactFixture.aContact;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.contacts4j.application.Store;
import org.contacts4j.application.Transaction;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.company.Company;
import org.contacts4j.domain.company.CompanyField;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.contact.event.ContactEvent;
import org.contacts4j.domain.patch.Patch;
import org.junit.jupiter.api.Test;

/** Contract tests of atomicity: a transaction stores all of its changes or none. */
public interface TransactionsContract {

    /** Returns the store under test. */
    Store store();

    @Test
    default void answersWhatTheWorkAnswers() {
        assertThat(store().<String>write(tx -> "written")).isEqualTo("written");
        assertThat(store().<String>read(tx -> "read")).isEqualTo("read");
    }

    @Test
    default void handsOnTheVeryFailureOfTheWork() {
        ContactsFailure failure = new ContactsFailure.ContactNotFound();
        assertThat(catchThrowable(() -> store().write(tx -> {
                    throw failure;
                })))
                .isSameAs(failure);
        assertThat(catchThrowable(() -> store().read(tx -> {
                    throw failure;
                })))
                .isSameAs(failure);
    }

    @Test
    default void keepsNothingOfAnInsertThatFailsLater() {
        TestOrganization home = TestOrganization.in(store());
        Contact ada = aContact().withCode("C-1").in(home.id());
        Company acme = aCompany().withCode("A-1").in(home.id());
        failAfter(home, tx -> {
            tx.companies().insert(home.id(), acme);
            TestOrganization.insert(tx, ada);
        });
        assertThat(home.find(ada.id())).isEmpty();
        assertThat(home.idByCode("C-1")).isEmpty();
        assertThat(home.events(ada.id())).isEmpty();
        assertThat(home.find(acme.id())).isEmpty();
    }

    @Test
    default void keepsNothingOfAnUpdateThatFailsLater() {
        TestOrganization home = TestOrganization.in(store());
        Company acme = home.keep(aCompany());
        Contact ada = home.keep(aContact().named("Ada").withCode("C-1").at(acme));
        Contact changed = ada.apply(
                Patch.of(ContactField.NAME, "Eve").set(ContactField.CODE, "C-2").clear(ContactField.COMPANY),
                null,
                TestOrganization.LATER);
        failAfter(
                home,
                tx -> tx.contacts()
                        .update(home.id(), ada, changed, ContactEvent.updated(UUID.randomUUID(), ada, changed)));
        assertThat(home.find(ada.id())).contains(ada);
        assertThat(home.idByCode("C-1")).contains(ada.id());
        assertThat(home.idByCode("C-2")).isEmpty();
        assertThat(home.<List<Contact>>writing(tx -> tx.contacts().lockOfCompany(home.id(), acme.id(), 9)))
                .containsExactly(ada);
    }

    @Test
    default void keepsWhatADeletionThatFailsLaterTookAway() {
        TestOrganization home = TestOrganization.in(store());
        Contact manager = home.keep(aContact());
        Contact report = home.keep(aContact().withCode("C-1").reportingTo(manager));
        failAfter(home, tx -> TestOrganization.delete(tx, report));
        assertThat(home.find(report.id())).contains(report);
        assertThat(home.idByCode("C-1")).contains(report.id());
        assertThat(home.<List<Contact>>writing(tx -> tx.contacts().lockReportsTo(home.id(), manager.id(), 9)))
                .containsExactly(report);
    }

    @Test
    default void keepsTheOldNameWhenRenamingACompanyFailsLater() {
        TestOrganization home = TestOrganization.in(store());
        Company acme = home.keep(aCompany().named("Acme"));
        home.keep(aContact().named("Ada").at(acme));
        failAfter(home, tx -> {
            Company before = tx.companies().lock(home.id(), acme.id()).orElseThrow();
            Patch<Company> renaming = Patch.of(CompanyField.NAME, "Zenith");
            tx.companies()
                    .update(home.id(), before, before.apply(renaming, TestOrganization.EDITOR, TestOrganization.LATER));
        });
        assertThat(home.found("acme")).containsExactly("Ada");
        assertThat(home.found("zenith")).isEmpty();
    }

    @Test
    default void keepsNothingOfWorkThatTheStoreItselfRefuses() {
        TestOrganization home = TestOrganization.in(store());
        home.keep(aContact().withCode("C-1"));
        Contact first = aContact().in(home.id());
        assertThatThrownBy(() -> home.write(tx -> {
                    TestOrganization.insert(tx, first);
                    TestOrganization.insert(tx, aContact().withCode("C-1").in(home.id()));
                }))
                .isInstanceOf(ContactsFailure.DuplicateCode.class);
        assertThat(home.find(first.id())).isEmpty();
    }

    @Test
    default void seesItsOwnChanges() {
        TestOrganization home = TestOrganization.in(store());
        Contact ada = aContact().withCode("C-1").in(home.id());
        home.write(tx -> {
            TestOrganization.insert(tx, ada);
            assertThat(tx.contacts().find(home.id(), ALL, ada.id())).contains(ada);
            assertThat(tx.contacts().idsByCode(home.id(), Set.of("C-1"))).containsEntry("C-1", ada.id());
            TestOrganization.delete(tx, ada);
            assertThat(tx.contacts().find(home.id(), ALL, ada.id())).isEmpty();
        });
    }

    private static void failAfter(TestOrganization home, Consumer<Transaction> work) {
        assertThatThrownBy(() -> home.write(tx -> {
                    work.accept(tx);
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");
    }
}
