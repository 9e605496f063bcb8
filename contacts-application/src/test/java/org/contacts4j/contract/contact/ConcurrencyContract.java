package org.contacts4j.contract.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contacts4j.contract.company.CompanyFixture.aCompany;
import static org.contacts4j.contract.contact.ContactFixture.aContact;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.contacts4j.application.Contacts4J;
import org.contacts4j.application.Store;
import org.contacts4j.application.page.Page.Total;
import org.contacts4j.contract.Parallel;
import org.contacts4j.contract.TestOrganization;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.company.Company;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.contact.ContactStatus;
import org.contacts4j.domain.filter.Fields;
import org.contacts4j.domain.filter.Filter;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.patch.Patch;
import org.contacts4j.domain.patch.Precondition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Contract tests of concurrent writes. */
public interface ConcurrencyContract {

    /** Returns the store under test. */
    Store store();

    @Test
    default void losesNoneOfManyDisjointPatchesOfOneContact() {
        TestOrganization home = TestOrganization.in(store());
        Contacts4J contacts4j = home.contacts4j();
        Contact ada = contacts4j.contacts().create(home.ada(), Patch.of(ContactField.NAME, "Ada"));
        List<Throwable> failures = Parallel.failuresOf(100, i -> {
            Patch<Contact> own = Patch.of(ContactField.CUSTOM_FIELDS, Map.of("key" + i, (long) i));
            contacts4j.contacts().update(home.ada(), ada.id(), own, Precondition.none());
        });
        assertThat(failures).isEmpty();
        Contact patched = home.get(ada.id());
        assertThat(patched.customFields()).hasSize(100);
        assertThat(patched.revision().version()).isEqualTo(101);
        assertThat(home.events(ada.id())).hasSize(101);
    }

    @Test
    default void letsOneOfManyWritersWithTheSamePreconditionThrough() {
        TestOrganization home = TestOrganization.in(store());
        Contacts4J contacts4j = home.contacts4j();
        Contact ada = home.keep(aContact());
        List<Throwable> failures = Parallel.failuresOf(
                32,
                i -> contacts4j
                        .contacts()
                        .update(
                                home.ada(),
                                ada.id(),
                                Patch.of(ContactField.NAME, "Ada " + i),
                                Precondition.version(1)));
        assertThat(failures).hasSize(31).hasOnlyElementsOfType(ContactsFailure.Stale.class);
        assertThat(home.get(ada.id()).revision().version()).isEqualTo(2);
    }

    @Test
    default void neverClosesAReportingCycle() {
        TestOrganization home = TestOrganization.in(store());
        Contacts4J contacts4j = home.contacts4j();
        List<Contact> six = staffOf(home, home.keep(aCompany()), 6);
        Random dice = new Random(4);
        int[][] pairs = IntStream.range(0, 200)
                .mapToObj(i -> new int[] {dice.nextInt(6), dice.nextInt(6)})
                .toArray(int[][]::new);
        List<Throwable> failures = Parallel.failuresOf(200, i -> {
            Patch<Contact> under =
                    Patch.of(ContactField.REPORTS_TO, six.get(pairs[i][1]).id());
            contacts4j.contacts().update(home.ada(), six.get(pairs[i][0]).id(), under, Precondition.none());
        });
        assertThat(failures).hasOnlyElementsOfType(ContactsFailure.Invalid.class);
        assertThat(six)
                .allSatisfy(contact -> assertThat(lineAbove(home, contact)).doesNotContain(contact.id()));
    }

    @Test
    default void leavesNobodyUnderAManagerWhoIsGone() {
        TestOrganization home = TestOrganization.in(store());
        Contacts4J contacts4j = home.contacts4j();
        List<Contact> managers = staffOf(home, home.keep(aCompany()), 10);
        List<Contact> reports = staffOf(home, home.keep(aCompany()), 10);
        List<Throwable> failures = Parallel.failuresOf(40, i -> {
            ContactId manager = managers.get(i % 10).id();
            if (i >= 20 && i < 30) {
                contacts4j.contacts().remove(home.ada(), manager, Precondition.none());
            } else {
                contacts4j
                        .contacts()
                        .update(
                                home.ada(),
                                reports.get((i / 2) % 10).id(),
                                Patch.of(ContactField.REPORTS_TO, manager),
                                Precondition.none());
            }
        });
        assertThat(failures).allMatch(ContactsFailure.Invalid.class::isInstance);
        assertThat(home.names(Fields.manager().isNotEmpty())).isEmpty();
    }

    @Test
    default void givesACodeToOneOfManyContacts() {
        TestOrganization home = TestOrganization.in(store());
        Contacts4J contacts4j = home.contacts4j();
        List<Throwable> failures = Parallel.failuresOf(
                32,
                i -> contacts4j
                        .contacts()
                        .create(home.ada(), Patch.of(ContactField.NAME, "N" + i).set(ContactField.CODE, "C-1")));
        assertThat(failures).hasSize(31).hasOnlyElementsOfType(ContactsFailure.DuplicateCode.class);
        assertThat(home.total()).isEqualTo(Total.exact(1));
    }

    @Test
    default void countsWhatManyWritersDid() {
        TestOrganization home = TestOrganization.in(store());
        Contacts4J contacts4j = home.contacts4j();
        List<Throwable> failures = Parallel.failuresOf(96, i -> {
            Contact contact = contacts4j.contacts().create(home.ada(), Patch.of(ContactField.NAME, "N" + i));
            if (i % 3 == 0) {
                contacts4j.contacts().remove(home.ada(), contact.id(), Precondition.none());
            } else if (i % 3 == 1) {
                Patch<Contact> archive = Patch.of(ContactField.STATUS, ContactStatus.ARCHIVED);
                contacts4j.contacts().update(home.ada(), contact.id(), archive, Precondition.none());
            }
        });
        assertThat(failures).isEmpty();
        assertThat(home.total()).isEqualTo(Total.exact(64));
        Filter archived = Fields.status().in(Set.of(ContactStatus.ARCHIVED));
        assertThat(home.total(archived)).isEqualTo(Total.exact(32));
    }

    private static List<Contact> staffOf(TestOrganization home, Company company, int size) {
        return home.keepAll(IntStream.range(0, size)
                .mapToObj(i -> aContact().named("Person " + i).at(company))
                .toArray(ContactFixture[]::new));
    }

    /** Returns all managers above the contact, read one by one. Stops at a cycle. */
    private static List<ContactId> lineAbove(TestOrganization home, Contact contact) {
        List<ContactId> above = new ArrayList<>();
        @Nullable ContactId manager = home.get(contact.id()).job().reportsTo();
        while (manager != null && !above.contains(manager)) {
            above.add(manager);
            manager = home.get(manager).job().reportsTo();
        }
        return above;
    }
}
