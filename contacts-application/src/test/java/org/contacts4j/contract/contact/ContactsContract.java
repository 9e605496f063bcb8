package org.contacts4j.contract.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contacts4j.contract.CompleteRecords.aCompleteContact;
import static org.contacts4j.contract.company.CompanyFixture.aCompany;
import static org.contacts4j.contract.contact.ContactFixture.aContact;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.contacts4j.application.Store;
import org.contacts4j.application.page.PageRequest;
import org.contacts4j.contract.TestOrganization;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.company.Company;
import org.contacts4j.domain.company.CompanyField;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.filter.Filter;
import org.contacts4j.domain.id.CompanyId;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.patch.Field;
import org.contacts4j.domain.patch.Patch;
import org.junit.jupiter.api.Test;

/** Contract tests of storing contacts and reading them back complete. */
public interface ContactsContract {

    /** Returns the store under test. */
    Store store();

    @Test
    default void givesBackAContactWithNothingButAName() {
        TestOrganization home = TestOrganization.in(store());
        Contact bare = home.keep(aContact().named("Ada Lovelace"));
        assertThat(home.find(bare.id())).contains(bare);
    }

    @Test
    default void givesBackAContactWithEveryFieldSet() {
        TestOrganization home = TestOrganization.in(store());
        Contact complete = completeContact(home);
        assertThat(home.get(complete.id())).usingRecursiveComparison().isEqualTo(complete);
        assertThat(home.find(complete.id())).contains(complete);
    }

    @Test
    default void keepsTheValueOfEveryField() {
        TestOrganization home = TestOrganization.in(store());
        Contact complete = completeContact(home);
        Contact kept = home.get(complete.id());
        assertThat(ContactField.all())
                .as("each field has a column")
                .allSatisfy(field -> assertThat(field.of(kept)).as(field.name()).isEqualTo(field.of(complete)));
    }

    @Test
    default void theCompleteContactHasEveryFieldSet() {
        Contact complete = completeContact(TestOrganization.in(store()));
        Contact bare = aContact().in(complete.organizationId());
        assertThat(ContactField.all())
                .filteredOn(field -> !field.differs(complete, bare))
                .isEmpty();
    }

    @Test
    default void listsAContactWithEveryFieldSet() {
        TestOrganization home = TestOrganization.in(store());
        Contact manager = home.keep(aContact().named("A manager"));
        Company acme = home.keep(aCompany().named("Acme"));
        Contact complete = home.keep(aCompleteContact().at(acme).reportingTo(manager));
        assertThat(home.page(PageRequest.first(2)).items()).containsExactly(manager, complete);
    }

    @Test
    default void keepsTheOrderOfKeysInExtensions() {
        TestOrganization home = TestOrganization.in(store());
        Contact complete = home.keep(aCompleteContact());
        assertThat(home.get(complete.id()).extensions().keySet())
                .containsExactlyElementsOf(complete.extensions().keySet());
    }

    @Test
    default void keepsMicroseconds() {
        TestOrganization home = TestOrganization.in(store());
        Contact precise = home.keep(aContact()
                .createdAt(Instant.parse("2026-01-02T03:04:05.000001Z"))
                .updatedAt(Instant.parse("2026-03-29T01:30:00.999999Z")));
        assertThat(home.get(precise.id()).revision()).isEqualTo(precise.revision());
    }

    @Test
    default void keepsAnUpdateOfEveryField() {
        TestOrganization home = TestOrganization.in(store());
        Contact bare = home.keep(aContact());
        Company acme = home.keep(aCompany().named("Acme"));
        Contact manager = home.keep(aContact().named("Grace"));
        Patch<Contact> everything =
                aCompleteContact().at(acme).reportingTo(manager).fields();
        Contact updated = home.change(bare, everything).withCompanyName("Acme");
        assertThat(home.find(bare.id())).contains(updated);
    }

    @Test
    default void keepsAnUpdateThatEmptiesEveryField() {
        TestOrganization home = TestOrganization.in(store());
        Contact complete = completeContact(home);
        Patch<Contact> nothing = Patch.of(ContactField.NAME, "Bare");
        for (Field<Contact, ?> field : ContactField.all()) {
            nothing = field == ContactField.NAME || field.isView() ? nothing : nothing.clear(field);
        }
        Contact emptied = home.change(complete, nothing);
        assertThat(home.find(complete.id())).contains(emptied);
    }

    @Test
    default void forgetsADeletedContact() {
        TestOrganization home = TestOrganization.in(store());
        Contact gone = home.keep(aContact());
        home.delete(gone);
        assertThat(home.find(gone.id())).isEmpty();
    }

    @Test
    default void findsNothingUnderAnUnknownId() {
        TestOrganization home = TestOrganization.in(store());
        home.keep(aContact());
        assertThat(home.find(new ContactId(UUID.randomUUID()))).isEmpty();
        assertThat(home.find(ContactId.parse("nonsense"))).isEmpty();
    }

    @Test
    default void showsThePresentNameOfTheCompany() {
        TestOrganization home = TestOrganization.in(store());
        Company acme = home.keep(aCompany().named("Acme"));
        Contact ada = home.keep(aContact().at(acme));
        home.change(acme, Patch.of(CompanyField.NAME, "Zenith"));
        assertThat(home.get(ada.id()).job().companyName()).isEqualTo("Zenith");
        assertThat(home.page(PageRequest.first(1)).items().get(0).job().companyName())
                .isEqualTo("Zenith");
    }

    @Test
    default void refusesAContactOfAnUnknownCompany() {
        TestOrganization home = TestOrganization.in(store());
        ContactFixture stray = aContact().with(ContactField.COMPANY, new CompanyId(UUID.randomUUID()));
        assertThatThrownBy(() -> home.keep(stray)).isInstanceOf(ContactsFailure.Unavailable.class);
        assertThat(home.find(new ContactId(stray.id()))).isEmpty();
    }

    @Test
    default void refusesAContactWithAnUnknownManager() {
        TestOrganization home = TestOrganization.in(store());
        ContactFixture stray = aContact().with(ContactField.REPORTS_TO, new ContactId(UUID.randomUUID()));
        assertThatThrownBy(() -> home.keep(stray)).isInstanceOf(ContactsFailure.Unavailable.class);
        assertThat(home.find(new ContactId(stray.id()))).isEmpty();
    }

    @Test
    default void refusesASecondContactUnderTheSameId() {
        TestOrganization home = TestOrganization.in(store());
        Contact ada = home.keep(aContact().named("Ada"));
        ContactFixture twin = aContact().named("Eve").withId(ada.id().value());
        assertThatThrownBy(() -> home.keep(twin)).isInstanceOf(ContactsFailure.Unavailable.class);
        assertThat(home.get(ada.id())).isEqualTo(ada);
    }

    @Test
    default void refusesASecondContactWithTheSameCode() {
        TestOrganization home = TestOrganization.in(store());
        home.keep(aContact().named("Ada").withCode("C-1"));
        assertThatThrownBy(() -> home.keep(aContact().named("Eve").withCode("C-1")))
                .isInstanceOf(ContactsFailure.DuplicateCode.class);
        assertThat(home.names(Filter.matchAll())).containsExactly("Ada");
    }

    @Test
    default void refusesToForgetAManager() {
        TestOrganization home = TestOrganization.in(store());
        Contact manager = home.keep(aContact());
        home.keep(aContact().reportingTo(manager));
        assertThatThrownBy(() -> home.delete(manager)).isInstanceOf(ContactsFailure.Unavailable.class);
        assertThat(home.find(manager.id())).contains(manager);
    }

    @Test
    default void refusesToForgetAPrimaryContact() {
        TestOrganization home = TestOrganization.in(store());
        Company acme = home.keep(aCompany());
        Contact primary = home.keep(aContact().at(acme));
        home.makePrimary(primary, acme);
        assertThatThrownBy(() -> home.delete(primary)).isInstanceOf(ContactsFailure.Unavailable.class);
        assertThat(home.find(primary.id())).contains(primary);
    }

    @Test
    default void findsWhoHasACode() {
        TestOrganization home = TestOrganization.in(store());
        Contact ada = home.keep(aContact().withCode("C-1"));
        home.keep(aContact().withCode("c-1"));
        assertThat(home.idByCode("C-1")).contains(ada.id());
        assertThat(home.idByCode("C-2")).isEmpty();
        assertThat(home.idByCode("C_1")).isEmpty();
    }

    @Test
    default void freesTheCodeOfADeletedContact() {
        TestOrganization home = TestOrganization.in(store());
        home.delete(home.keep(aContact().withCode("C-1")));
        Contact heir = home.keep(aContact().withCode("C-1"));
        assertThat(home.idByCode("C-1")).contains(heir.id());
    }

    @Test
    default void freesTheCodeOfAContactThatGotAnother() {
        TestOrganization home = TestOrganization.in(store());
        Contact ada = home.keep(aContact().withCode("C-1"));
        home.change(ada, Patch.of(ContactField.CODE, "C-2"));
        assertThat(home.idByCode("C-1")).isEmpty();
        assertThat(home.idByCode("C-2")).contains(ada.id());
    }

    @Test
    default void listsManagersNearestFirst() {
        TestOrganization home = TestOrganization.in(store());
        Contact chief = home.keep(aContact());
        Contact manager = home.keep(aContact().reportingTo(chief));
        Contact clerk = home.keep(aContact().reportingTo(manager));
        assertThat(home.<List<ContactId>>read(tx -> tx.contacts().managersAbove(home.id(), clerk.id())))
                .containsExactly(manager.id(), chief.id());
    }

    @Test
    default void locksReportsByIdAndNoMoreThanAskedFor() {
        TestOrganization home = TestOrganization.in(store());
        Contact manager = home.keep(aContact());
        List<Contact> reports = home.keepWithOrderedIds(aContact().reportingTo(manager), 3);
        assertThat(home.<List<Contact>>writing(tx -> tx.contacts().lockReportsTo(home.id(), manager.id(), 2)))
                .containsExactlyElementsOf(reports.subList(0, 2));
    }

    @Test
    default void locksContactsOfACompanyByIdAndNoMoreThanAskedFor() {
        TestOrganization home = TestOrganization.in(store());
        Company acme = home.keep(aCompany());
        home.keep(aContact());
        List<Contact> companyContacts = home.keepWithOrderedIds(aContact().at(acme), 3);
        assertThat(home.<List<Contact>>writing(tx -> tx.contacts().lockOfCompany(home.id(), acme.id(), 2)))
                .containsExactlyElementsOf(companyContacts.subList(0, 2));
    }

    private static Contact completeContact(TestOrganization home) {
        Company acme = home.keep(aCompany().named("Acme"));
        Contact manager = home.keep(aContact().named("Grace Hopper"));
        return home.keep(aCompleteContact().at(acme).reportingTo(manager));
    }
}
