package org.contacts4j.contract.companycontact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contacts4j.contract.company.CompanyFixture.aCompany;
import static org.contacts4j.contract.contact.ContactFixture.aContact;
import static org.contacts4j.domain.contact.ContactField.COMPANY;
import static org.contacts4j.domain.contact.ContactField.EMAIL;
import static org.contacts4j.domain.contact.ContactField.NAME;
import static org.contacts4j.domain.contact.ContactField.TITLE;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.contacts4j.application.Store;
import org.contacts4j.application.contact.CompanyContactService;
import org.contacts4j.application.contact.ContactAtCompany;
import org.contacts4j.application.page.Slice;
import org.contacts4j.contract.TestOrganization;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.company.Company;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.event.ContactEvent;
import org.contacts4j.domain.id.CompanyId;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.domain.patch.Patch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Contract tests of contacts together with their primary flag. */
public interface CompanyContactServiceContract {

    Instant MORNING = Instant.parse("2026-01-02T08:00:00Z");

    /** Returns the store under test. */
    Store store();

    @Test
    default void tellsWhoIsTheirCompanysPrimaryContact() {
        TestOrganization home = TestOrganization.in(store());
        Company acme = home.keep(aCompany());
        Contact ada = home.keep(aContact().at(acme));
        Contact bo = home.keep(aContact().at(acme));
        Contact alone = home.keep(aContact());
        home.makePrimary(ada, acme);
        assertThat(companyContacts(home).find(home.ada(), ada.id())).contains(new ContactAtCompany(ada, true));
        assertThat(companyContacts(home).find(home.ada(), bo.id())).contains(new ContactAtCompany(bo, false));
        assertThat(companyContacts(home).find(home.ada(), alone.id())).contains(new ContactAtCompany(alone, false));
    }

    @Test
    default void findsNobodyWhomTheCallerDoesNotSee() {
        TestOrganization home = TestOrganization.in(store());
        Contact ada = home.keep(aContact().assignedTo("me"));
        assertThat(companyContacts(home).find(home.restricted("me"), ada.id())).isPresent();
        assertThat(companyContacts(home).find(home.restricted("you"), ada.id())).isEmpty();
        assertThat(companyContacts(home).find(TestOrganization.in(store()).ada(), ada.id()))
                .isEmpty();
    }

    @Test
    default void listsACompanysContactsInTheOrderTheyWereCreated() {
        TestOrganization home = TestOrganization.in(store());
        Company acme = home.keep(aCompany());
        Contact third = home.keep(aContact().named("A").at(acme).createdAt(MORNING.plusSeconds(2)));
        Contact first = home.keep(aContact().named("C").at(acme).createdAt(MORNING));
        Contact second = home.keep(aContact().named("B").at(acme).createdAt(MORNING.plusMillis(1)));
        home.keep(aContact().named("D").at(home.keep(aCompany())));
        home.keep(aContact().named("E"));
        home.makePrimary(second, acme);
        assertThat(list(home, acme, Slice.first(10)))
                .containsExactly(
                        new ContactAtCompany(first, false),
                        new ContactAtCompany(second, true),
                        new ContactAtCompany(third, false));
        assertThat(list(home, acme, Slice.at(1, 1))).containsExactly(new ContactAtCompany(second, true));
        assertThat(list(home, acme, Slice.at(Integer.MAX_VALUE, 1))).isEmpty();
    }

    @Test
    default void listsOnlyWhomTheCallerSees() {
        TestOrganization home = TestOrganization.in(store());
        Company acme = home.keep(aCompany());
        Contact mine = home.keep(aContact().at(acme).assignedTo("me"));
        home.keep(aContact().at(acme));
        assertThat(companyContacts(home).list(home.restricted("me"), acme.id(), Slice.first(10)))
                .containsExactly(new ContactAtCompany(mine, false));
        assertThat(companyContacts(home).list(home.restricted("you"), acme.id(), Slice.first(10)))
                .isEmpty();
    }

    @Test
    default void listsNothingOfACompanyThatIsNotThere() {
        TestOrganization home = TestOrganization.in(store());
        Company acme = home.keep(aCompany());
        home.keep(aContact().at(acme));
        Caller outsider = TestOrganization.in(store()).ada();
        CompanyId nowhere = new CompanyId(UUID.randomUUID());
        assertThat(list(home, home.keep(aCompany()), Slice.first(10))).isEmpty();
        assertThatThrownBy(() -> companyContacts(home).list(home.ada(), nowhere, Slice.first(10)))
                .isInstanceOf(ContactsFailure.CompanyNotFound.class);
        assertThatThrownBy(() -> companyContacts(home).list(outsider, acme.id(), Slice.first(10)))
                .isInstanceOf(ContactsFailure.CompanyNotFound.class);
    }

    @Test
    default void createsAContactInThePlaceOfThePrimaryOne() {
        TestOrganization home = TestOrganization.in(store());
        Company acme = home.keep(aCompany());
        home.makePrimary(home.keep(aContact().at(acme)), acme);
        ContactAtCompany created = companyContacts(home).create(home.ada(), adaAt(acme), true);
        assertThat(created.primary()).isTrue();
        assertThat(companyContacts(home).find(home.ada(), created.contact().id()))
                .contains(created);
        assertThat(home.get(acme.id()).primaryContactId())
                .isEqualTo(created.contact().id());
        assertThat(home.events(created.contact().id()))
                .extracting(ContactEvent::type)
                .containsExactly(ContactEvent.Type.PRIMARY_SET, ContactEvent.Type.CREATED);
    }

    @Test
    default void leavesThePlaceToOthersUnlessItIsAskedFor() {
        TestOrganization home = TestOrganization.in(store());
        Company acme = home.keep(aCompany());
        Contact primary = home.keep(aContact().at(acme));
        home.makePrimary(primary, acme);
        assertThat(companyContacts(home).create(home.ada(), adaAt(acme), false).primary())
                .isFalse();
        assertThat(home.get(acme.id()).primaryContactId()).isEqualTo(primary.id());
    }

    @Test
    default void hasNoPrimaryContactWithoutACompany() {
        TestOrganization home = TestOrganization.in(store());
        ContactAtCompany created = companyContacts(home).create(home.ada(), Patch.of(NAME, "Ada"), true);
        assertThat(created.primary()).isFalse();
        ContactAtCompany changed = change(home, created.contact(), Patch.empty(), true);
        assertThat(changed).isEqualTo(created);
        assertThat(home.eventsSinceCreation(created.contact().id())).isEmpty();
    }

    @Test
    default void movesTheVersionWhenNothingButThePlaceChanges() {
        TestOrganization home = TestOrganization.in(store());
        Company acme = home.keep(aCompany());
        Contact ada = home.keep(aContact().at(acme));
        ContactAtCompany primary = change(home, ada, Patch.empty(), true);
        assertThat(primary.primary()).isTrue();
        assertThat(primary.contact().revision().version()).isEqualTo(2);
        assertThat(primary.contact().revision().updatedAt())
                .isAfter(ada.revision().updatedAt());
        assertThat(companyContacts(home).find(home.ada(), ada.id())).contains(primary);
        assertThat(change(home, ada, Patch.empty(), true)).isEqualTo(primary);
        assertThat(home.eventsSinceCreation(ada.id()))
                .extracting(ContactEvent::type)
                .containsExactly(ContactEvent.Type.PRIMARY_SET);
    }

    @Test
    default void givesThePlaceUp() {
        TestOrganization home = TestOrganization.in(store());
        Company acme = home.keep(aCompany());
        Contact ada = home.keep(aContact().at(acme));
        home.makePrimary(ada, acme);
        ContactAtCompany changed = change(home, ada, Patch.empty(), false);
        assertThat(changed.primary()).isFalse();
        assertThat(changed.contact().revision().version()).isEqualTo(2);
        assertThat(home.get(acme.id()).primaryContactId()).isNull();
        assertThat(home.eventsSinceCreation(ada.id()))
                .extracting(ContactEvent::type)
                .containsExactly(ContactEvent.Type.UPDATED);
    }

    @Test
    default void leavesThePrimaryContactWhoItIsWhenAnotherGivesUp() {
        TestOrganization home = TestOrganization.in(store());
        Company acme = home.keep(aCompany());
        Contact ada = home.keep(aContact().at(acme));
        Contact bo = home.keep(aContact().at(acme));
        home.makePrimary(ada, acme);
        assertThat(change(home, bo, Patch.empty(), false).contact()).isEqualTo(bo);
        assertThat(home.get(acme.id()).primaryContactId()).isEqualTo(ada.id());
    }

    @Test
    default void changesTheContactAndItsPlaceAsOne() {
        TestOrganization home = TestOrganization.in(store());
        Company acme = home.keep(aCompany());
        Contact ada = home.keep(aContact().at(home.keep(aCompany())));
        ContactAtCompany changed = change(home, ada, Patch.of(TITLE, "Countess").set(COMPANY, acme.id()), true);
        assertThat(changed.primary()).isTrue();
        assertThat(changed.contact().job().title()).isEqualTo("Countess");
        assertThat(changed.contact().revision().version()).isEqualTo(2);
        assertThat(home.get(acme.id()).primaryContactId()).isEqualTo(ada.id());
        assertThat(home.eventsSinceCreation(ada.id()))
                .extracting(ContactEvent::type)
                .containsExactly(ContactEvent.Type.PRIMARY_SET, ContactEvent.Type.UPDATED);
        assertThatThrownBy(() -> change(home, ada, Patch.of(EMAIL, "none"), false))
                .isInstanceOf(ContactsFailure.Invalid.class);
        assertThat(home.get(acme.id()).primaryContactId()).isEqualTo(ada.id());
    }

    @Test
    default void tellsThePlaceThatAChangeLeavesAsItIs() {
        TestOrganization home = TestOrganization.in(store());
        Company acme = home.keep(aCompany());
        Company bolt = home.keep(aCompany());
        Contact ada = home.keep(aContact().at(acme));
        home.makePrimary(ada, acme);
        assertThat(change(home, ada, Patch.empty(), null)).isEqualTo(new ContactAtCompany(ada, true));
        assertThat(change(home, ada, Patch.of(TITLE, "Countess"), null).primary())
                .isTrue();
        assertThat(change(home, ada, Patch.of(COMPANY, bolt.id()), null).primary())
                .isFalse();
        assertThat(change(home, ada, Patch.<Contact>empty().clear(COMPANY), null)
                        .primary())
                .isFalse();
    }

    @Test
    default void namesNobodyForWhatAnybodyDoes() {
        TestOrganization home = TestOrganization.in(store());
        Company acme = home.keep(aCompany());
        Caller anonymous = Caller.anonymous(home.id());
        Contact made =
                companyContacts(home).create(anonymous, adaAt(acme), true).contact();
        companyContacts(home).update(anonymous, made.id(), Patch.of(TITLE, "Countess"), false);
        Contact kept = home.get(made.id());
        assertThat(kept.revision().createdBy()).isNull();
        assertThat(kept.revision().updatedBy()).isNull();
        assertThat(home.get(acme.id()).revision().updatedBy()).isNull();
        assertThat(home.events(made.id())).hasSize(3).allMatch(event -> event.by() == null);
    }

    private static CompanyContactService companyContacts(TestOrganization home) {
        return home.contacts4j().companyContacts();
    }

    private static List<ContactAtCompany> list(TestOrganization home, Company company, Slice slice) {
        return companyContacts(home).list(home.ada(), company.id(), slice);
    }

    private static ContactAtCompany change(
            TestOrganization home, Contact contact, Patch<Contact> patch, @Nullable Boolean primary) {
        return companyContacts(home).update(home.ada(), contact.id(), patch, primary);
    }

    private static Patch<Contact> adaAt(Company company) {
        return Patch.of(NAME, "Ada").set(COMPANY, company.id());
    }
}
