package org.contacts4j.contract.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contacts4j.contract.company.CompanyFixture.aCompany;
import static org.contacts4j.contract.contact.ContactFixture.aContact;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.contacts4j.application.Contacts4J;
import org.contacts4j.application.Store;
import org.contacts4j.application.page.PageRequest;
import org.contacts4j.contract.Parallel;
import org.contacts4j.contract.TestOrganization;
import org.contacts4j.contract.contact.ContactFixture;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.company.Company;
import org.contacts4j.domain.company.CompanyField;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.contact.event.ContactEvent;
import org.contacts4j.domain.filter.Fields;
import org.contacts4j.domain.id.CompanyId;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.patch.Patch;
import org.contacts4j.domain.patch.Precondition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Contract tests of companies and their contacts under concurrent writes. */
public interface CompanyConcurrencyContract {

    /** Returns the store under test. */
    Store store();

    @Test
    default void leavesOnePrimaryContactOfMany() {
        TestOrganization home = TestOrganization.in(store());
        Contacts4J contacts4j = home.contacts4j();
        Company acme = home.keep(aCompany());
        List<Contact> companyContacts = staffOf(home, acme, 20);
        List<Throwable> failures = Parallel.failuresOf(
                200,
                i -> contacts4j
                        .contacts()
                        .setPrimary(home.ada(), companyContacts.get(i % 20).id(), acme.id()));
        assertThat(failures).isEmpty();
        Company led = home.get(acme.id());
        assertThat(companyContacts).extracting(Contact::id).contains(led.primaryContactId());
        assertThat(primarySetEvents(home, companyContacts))
                .isEqualTo(led.revision().version() - 1);
    }

    @Test
    default void keepsThePrimaryContactOneOfTheCompanysOwn() {
        TestOrganization home = TestOrganization.in(store());
        Contacts4J contacts4j = home.contacts4j();
        Company acme = home.keep(aCompany());
        List<Contact> companyContacts = staffOf(home, acme, 20);
        List<Throwable> failures = Parallel.failuresOf(80, i -> {
            ContactId id = companyContacts.get(i / 4).id();
            switch (i % 4) {
                case 0 -> contacts4j.contacts().remove(home.ada(), id, Precondition.none());
                case 1 ->
                    contacts4j
                            .contacts()
                            .update(
                                    home.ada(),
                                    id,
                                    Patch.<Contact>empty().clear(ContactField.COMPANY),
                                    Precondition.none());
                default -> contacts4j.contacts().setPrimary(home.ada(), id, acme.id());
            }
        });
        assertThat(failures)
                .allMatch(failure -> failure instanceof ContactsFailure.ContactNotFound
                        || failure instanceof ContactsFailure.ContactNotInCompany);
        @Nullable ContactId primary = home.get(acme.id()).primaryContactId();
        Set<ContactId> own = new HashSet<>();
        home.page(Fields.companyId().is(acme.id()), PageRequest.first(99))
                .items()
                .forEach(contact -> own.add(contact.id()));
        assertThat(primary == null || own.contains(primary)).isTrue();
    }

    @Test
    default void givesACodeToOneOfManyCompanies() {
        TestOrganization home = TestOrganization.in(store());
        Contacts4J contacts4j = home.contacts4j();
        List<Throwable> failures = Parallel.failuresOf(
                32,
                i -> contacts4j
                        .companies()
                        .create(home.ada(), Patch.of(CompanyField.NAME, "N" + i).set(CompanyField.CODE, "A-1")));
        assertThat(failures).hasSize(31).hasOnlyElementsOfType(ContactsFailure.DuplicateCode.class);
    }

    @Test
    default void createsOneCompanyWhenManySaveTheSame() {
        TestOrganization home = TestOrganization.in(store());
        Contacts4J contacts4j = home.contacts4j();
        CompanyId id = aCompany().in(home.id()).id();
        List<Boolean> created = Collections.synchronizedList(new ArrayList<>());
        List<Throwable> failures = Parallel.failuresOf(
                32,
                i -> created.add(contacts4j
                        .companies()
                        .save(home.ada(), id, Patch.of(CompanyField.NAME, "N" + i), Precondition.none())
                        .created()));
        assertThat(failures).isEmpty();
        assertThat(created).containsOnlyOnce(true).hasSize(32);
        assertThat(home.get(id).revision().version()).isEqualTo(32);
    }

    @Test
    default void leavesNoLinkToADeletedCompany() {
        TestOrganization home = TestOrganization.in(store());
        Contacts4J contacts4j = home.contacts4j();
        List<Company> companies = IntStream.range(0, 20)
                .mapToObj(i -> home.keep(aCompany().named("Company " + i)))
                .toList();
        List<Throwable> failures = Parallel.failuresOf(100, i -> {
            CompanyId company = companies.get(i / 5).id();
            if (i % 5 == 2) {
                contacts4j.companies().remove(home.ada(), company, Precondition.none());
            } else {
                contacts4j
                        .contacts()
                        .create(home.ada(), Patch.of(ContactField.NAME, "N" + i).set(ContactField.COMPANY, company));
            }
        });
        assertThat(failures).allMatch(ContactsFailure.CompanyNotFound.class::isInstance);
        assertThat(home.page(PageRequest.first(100)).items())
                .allMatch(contact -> contact.job().companyId() == null);
    }

    private static List<Contact> staffOf(TestOrganization home, Company company, int size) {
        return home.keepAll(IntStream.range(0, size)
                .mapToObj(i -> aContact().named("Person " + i).at(company))
                .toArray(ContactFixture[]::new));
    }

    private static long primarySetEvents(TestOrganization home, List<Contact> companyContacts) {
        return companyContacts.stream()
                .flatMap(contact -> home.events(contact.id()).stream())
                .filter(event -> event.type() == ContactEvent.Type.PRIMARY_SET)
                .count();
    }
}
