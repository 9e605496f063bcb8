package org.contacts4j.contract.companycontact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contacts4j.contract.company.CompanyFixture.aCompany;
import static org.contacts4j.contract.contact.ContactFixture.aContact;
import static org.contacts4j.domain.contact.ContactField.COMPANY;
import static org.contacts4j.domain.contact.ContactField.STATUS;

import java.util.List;
import java.util.UUID;
import org.contacts4j.application.Store;
import org.contacts4j.application.contact.ContactService;
import org.contacts4j.application.contact.PrimaryContact;
import org.contacts4j.contract.TestOrganization;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.company.Company;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactStatus;
import org.contacts4j.domain.contact.event.ContactEvent;
import org.contacts4j.domain.id.CompanyId;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.patch.Patch;
import org.contacts4j.domain.patch.Precondition;
import org.junit.jupiter.api.Test;

/** Contract tests of companies' primary contacts: how contacts become primary and when they no longer are. */
public interface PrimaryContactContract {

    /** Returns the store under test. */
    Store store();

    @Test
    default void makesAContactThePrimaryOneInPlaceOfAnother() {
        TestOrganization home = TestOrganization.in(store());
        Company acme = home.keep(aCompany());
        List<Contact> two = home.keepAll(aContact().at(acme), aContact().at(acme));
        contacts(home).setPrimary(home.ada(), two.get(0).id(), acme.id());
        PrimaryContact second = contacts(home).setPrimary(home.ada(), two.get(1).id(), acme.id());
        assertThat(second.company().primaryContactId()).isEqualTo(two.get(1).id());
        assertThat(home.find(acme.id())).contains(second.company());
        assertThat(home.eventsSinceCreation(two.get(1).id()))
                .extracting(ContactEvent::type)
                .containsExactly(ContactEvent.Type.PRIMARY_SET);
    }

    @Test
    default void changesNothingWhenTheContactIsPrimaryAlready() {
        TestOrganization home = TestOrganization.in(store());
        Company acme = home.keep(aCompany());
        Contact ada = home.keep(aContact().at(acme));
        contacts(home).setPrimary(home.ada(), ada.id(), acme.id());
        contacts(home).setPrimary(home.ada(), ada.id(), acme.id());
        assertThat(home.get(acme.id()).revision().version()).isEqualTo(2);
        assertThat(home.eventsSinceCreation(ada.id())).hasSize(1);
    }

    @Test
    default void checksContactThenCompanyThenMembership() {
        TestOrganization home = TestOrganization.in(store());
        Company acme = home.keep(aCompany());
        Contact outsider = home.keep(aContact().at(home.keep(aCompany())));
        ContactId absent = new ContactId(UUID.randomUUID());
        CompanyId nowhere = new CompanyId(UUID.randomUUID());
        assertThatThrownBy(() -> contacts(home).setPrimary(home.ada(), absent, nowhere))
                .isInstanceOf(ContactsFailure.ContactNotFound.class);
        assertThatThrownBy(() -> contacts(home).setPrimary(home.ada(), outsider.id(), nowhere))
                .isInstanceOf(ContactsFailure.CompanyNotFound.class);
        assertThatThrownBy(() -> contacts(home).setPrimary(home.ada(), outsider.id(), acme.id()))
                .isInstanceOf(ContactsFailure.ContactNotInCompany.class);
    }

    @Test
    default void vacatesThePlaceOfAPrimaryContactThatIsRemoved() {
        TestOrganization home = TestOrganization.in(store());
        Company acme = home.keep(aCompany());
        Contact ada = home.keep(aContact().at(acme));
        home.makePrimary(ada, acme);
        contacts(home).remove(home.ada(), ada.id(), Precondition.none());
        assertThat(home.get(acme.id()).primaryContactId()).isNull();
        assertThat(home.get(acme.id()).revision().version()).isEqualTo(3);
        assertThat(home.find(ada.id())).isEmpty();
    }

    @Test
    default void vacatesThePlaceOfAPrimaryContactThatMoves() {
        TestOrganization home = TestOrganization.in(store());
        Company acme = home.keep(aCompany());
        Company bolt = home.keep(aCompany().named("Bolt"));
        Contact ada = home.keep(aContact().at(acme));
        home.makePrimary(ada, acme);
        assertThat(change(home, ada, Patch.of(COMPANY, bolt.id())).job().companyName())
                .isEqualTo("Bolt");
        assertThat(home.get(acme.id()).primaryContactId()).isNull();
        assertThat(home.get(bolt.id()).primaryContactId()).isNull();
    }

    @Test
    default void keepsThePlaceOfAPrimaryContactThatStays() {
        TestOrganization home = TestOrganization.in(store());
        Company acme = home.keep(aCompany());
        Contact ada = home.keep(aContact().at(acme));
        home.makePrimary(ada, acme);
        change(home, ada, Patch.of(STATUS, ContactStatus.ARCHIVED).set(COMPANY, acme.id()));
        assertThat(home.get(acme.id()).primaryContactId()).isEqualTo(ada.id());
    }

    private static ContactService contacts(TestOrganization home) {
        return home.contacts4j().contacts();
    }

    private static Contact change(TestOrganization home, Contact contact, Patch<Contact> patch) {
        return contacts(home).update(home.ada(), contact.id(), patch, Precondition.none());
    }
}
