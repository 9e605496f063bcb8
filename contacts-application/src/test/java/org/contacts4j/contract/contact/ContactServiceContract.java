package org.contacts4j.contract.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.contacts4j.contract.company.CompanyFixture.aCompany;
import static org.contacts4j.contract.contact.ContactFixture.aContact;
import static org.contacts4j.domain.contact.ContactField.CODE;
import static org.contacts4j.domain.contact.ContactField.COMPANY;
import static org.contacts4j.domain.contact.ContactField.COMPANY_NAME;
import static org.contacts4j.domain.contact.ContactField.EMAIL;
import static org.contacts4j.domain.contact.ContactField.NAME;
import static org.contacts4j.domain.contact.ContactField.TITLE;

import java.util.List;
import java.util.UUID;
import org.contacts4j.application.Store;
import org.contacts4j.application.contact.ContactService;
import org.contacts4j.application.page.Page.Total;
import org.contacts4j.contract.CompleteRecords;
import org.contacts4j.contract.TestOrganization;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.ContactsFailure.DuplicateCode;
import org.contacts4j.domain.company.Company;
import org.contacts4j.domain.company.CompanyField;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.event.ContactEvent;
import org.contacts4j.domain.contact.event.ContactEvent.FieldChange;
import org.contacts4j.domain.id.CompanyId;
import org.contacts4j.domain.patch.Patch;
import org.contacts4j.domain.patch.Precondition;
import org.contacts4j.domain.validation.Fault;
import org.junit.jupiter.api.Test;

/** Contract tests of {@link ContactService} with a real store. */
public interface ContactServiceContract {

    /** Returns the store under test. */
    Store store();

    @Test
    default void createsAContactThatIsReadBackAsAnswered() {
        TestOrganization home = TestOrganization.in(store());
        Company acme = home.keep(aCompany().named("Acme"));
        Contact ada = contacts(home).create(home.ada(), Patch.of(NAME, "Ada").set(COMPANY, acme.id()));
        assertThat(contacts(home).get(home.ada(), ada.id())).isEqualTo(ada);
        assertThat(ada.job().companyName()).isEqualTo("Acme");
        assertThat(ada.revision().createdBy()).isEqualTo(home.ada().member());
    }

    @Test
    default void writesOneEventPerChangeLatestFirst() {
        TestOrganization home = TestOrganization.in(store());
        Contact ada = contacts(home).create(home.ada(), Patch.of(NAME, "Ada"));
        change(home, ada, Patch.of(EMAIL, "ada@example.org"));
        Contact removed = contacts(home).remove(home.ada(), ada.id(), Precondition.none());
        assertThat(removed.email()).isEqualTo("ada@example.org");
        assertThat(home.events(ada.id()))
                .extracting(ContactEvent::type)
                .containsExactly(ContactEvent.Type.DELETED, ContactEvent.Type.UPDATED, ContactEvent.Type.CREATED);
        assertThat(home.events(ada.id())).extracting(ContactEvent::version).containsExactly(2L, 2L, 1L);
    }

    @Test
    default void keepsTheFieldsThatAPatchDoesNotMention() {
        TestOrganization home = TestOrganization.in(store());
        Contact ada = home.keep(CompleteRecords.aCompleteContact());
        Contact changed = change(home, ada, Patch.of(TITLE, "Countess"));
        assertThat(home.get(ada.id())).isEqualTo(changed);
        assertThat(home.events(ada.id()).get(0).changes()).containsOnlyKeys("title");
    }

    @Test
    default void changesNothingByAPatchThatChangesNothing() {
        TestOrganization home = TestOrganization.in(store());
        Contact ada = home.keep(CompleteRecords.aCompleteContact());
        Contact same = change(home, ada, CompleteRecords.aCompleteContact().fields());
        assertThat(same).isEqualTo(ada);
        assertThat(home.get(ada.id()).revision()).isEqualTo(ada.revision());
        assertThat(home.eventsSinceCreation(ada.id())).isEmpty();
    }

    @Test
    default void changesNothingByNamingTheLinkedCompanyAsText() {
        TestOrganization home = TestOrganization.in(store());
        Contact ada = home.keep(aContact().at(home.keep(aCompany().named("Acme"))));
        change(home, ada, Patch.of(COMPANY_NAME, "Something else"));
        assertThat(home.find(ada.id())).contains(ada);
        assertThat(home.eventsSinceCreation(ada.id())).isEmpty();
    }

    @Test
    default void refusesAStaleChange() {
        TestOrganization home = TestOrganization.in(store());
        Contact ada = home.keep(aContact().named("Ada"));
        Patch<Contact> renaming = Patch.of(NAME, "Eve");
        assertThatThrownBy(() -> contacts(home).update(home.ada(), ada.id(), renaming, Precondition.version(2)))
                .isInstanceOf(ContactsFailure.Stale.class);
        assertThatThrownBy(() -> contacts(home).remove(home.ada(), ada.id(), Precondition.version(2)))
                .isInstanceOf(ContactsFailure.Stale.class);
        assertThat(home.find(ada.id())).contains(ada);
    }

    @Test
    default void refusesACompanyThatIsNotThere() {
        TestOrganization home = TestOrganization.in(store());
        Contact ada = home.keep(aContact());
        CompanyId foreign = TestOrganization.in(store()).keep(aCompany()).id();
        for (CompanyId company : List.of(foreign, new CompanyId(UUID.randomUUID()), CompanyId.parse("nonsense"))) {
            assertThatThrownBy(() -> change(home, ada, Patch.of(COMPANY, company)))
                    .isInstanceOf(ContactsFailure.CompanyNotFound.class);
        }
        assertThat(home.find(ada.id())).contains(ada);
    }

    @Test
    default void keepsNothingOfAnInvalidContact() {
        TestOrganization home = TestOrganization.in(store());
        Patch<Contact> bad =
                Patch.of(EMAIL, "nonsense").set(CODE, "c".repeat(256)).withFault("tags", "must be a list");
        ContactsFailure.Invalid refusal = catchThrowableOfType(
                ContactsFailure.Invalid.class, () -> contacts(home).create(home.ada(), bad));
        assertThat(refusal.faults())
                .extracting(Fault::field)
                .containsExactlyInAnyOrder("tags", "email", "code", "name");
        assertThat(home.total()).isEqualTo(Total.exact(0));
    }

    @Test
    default void namesWhoHasTheCodeAlready() {
        TestOrganization home = TestOrganization.in(store());
        Contact ada = home.keep(aContact().withCode("C-1"));
        DuplicateCode refusal = catchThrowableOfType(
                DuplicateCode.class,
                () -> contacts(home).create(home.ada(), Patch.of(NAME, "Eve").set(CODE, "C-1")));
        assertThat(refusal.existing()).isEqualTo(ada.id().value());
    }

    @Test
    default void doesNotNameWhoHasTheCodeToThoseWhoCannotSeeThem() {
        TestOrganization home = TestOrganization.in(store());
        home.keep(aContact().withCode("C-1"));
        DuplicateCode refusal = catchThrowableOfType(
                DuplicateCode.class,
                () -> contacts(home)
                        .create(home.restricted("bo"), Patch.of(NAME, "Eve").set(CODE, "C-1")));
        assertThat(refusal.existing()).isNull();
    }

    @Test
    default void letsAContactKeepItsOwnCode() {
        TestOrganization home = TestOrganization.in(store());
        Contact ada = home.keep(aContact().withCode("C-1"));
        assertThat(change(home, ada, Patch.of(CODE, "C-1").set(NAME, "Ada")).code())
                .isEqualTo("C-1");
    }

    @Test
    default void refusesTheCodeOfAnotherInAChange() {
        TestOrganization home = TestOrganization.in(store());
        home.keep(aContact().withCode("C-1"));
        Contact eve = home.keep(aContact().withCode("C-2"));
        assertThatThrownBy(() -> change(home, eve, Patch.of(CODE, "C-1"))).isInstanceOf(DuplicateCode.class);
        assertThat(home.find(eve.id())).contains(eve);
    }

    @Test
    default void recordsTheNameOfTheCompanyAtTheTime() {
        TestOrganization home = TestOrganization.in(store());
        Company acme = home.keep(aCompany().named("Acme"));
        Contact ada = contacts(home).create(home.ada(), Patch.of(NAME, "Ada").set(COMPANY, acme.id()));
        home.change(acme, Patch.of(CompanyField.NAME, "Zenith"));
        assertThat(home.events(ada.id()).get(0).changes()).containsEntry("company", new FieldChange(null, "Acme"));
    }

    private static ContactService contacts(TestOrganization home) {
        return home.contacts4j().contacts();
    }

    private static Contact change(TestOrganization home, Contact contact, Patch<Contact> patch) {
        return contacts(home).update(home.ada(), contact.id(), patch, Precondition.none());
    }
}
