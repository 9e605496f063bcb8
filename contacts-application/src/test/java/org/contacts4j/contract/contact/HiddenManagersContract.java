package org.contacts4j.contract.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contacts4j.contract.company.CompanyFixture.aCompany;
import static org.contacts4j.contract.contact.ContactFixture.aContact;
import static org.contacts4j.contract.contact.VisibilityContract.BO;
import static org.contacts4j.contract.importing.Importing.Row.mailing;
import static org.contacts4j.contract.importing.Importing.counts;
import static org.contacts4j.domain.contact.ContactField.REPORTS_TO;
import static org.contacts4j.domain.contact.ContactField.TITLE;

import java.util.List;
import java.util.Map;
import org.contacts4j.application.Store;
import org.contacts4j.application.contact.ContactAtCompany;
import org.contacts4j.application.contact.ContactFinder.Hierarchy;
import org.contacts4j.application.contact.ContactWithRelations;
import org.contacts4j.application.page.Order;
import org.contacts4j.application.page.Page.Total;
import org.contacts4j.application.page.PageRequest;
import org.contacts4j.application.page.Slice;
import org.contacts4j.contract.TestOrganization;
import org.contacts4j.contract.importing.Importing;
import org.contacts4j.domain.company.Company;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.filter.Fields;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.domain.patch.Patch;
import org.contacts4j.domain.patch.Precondition;
import org.junit.jupiter.api.Test;

/**
 * Contract tests of managers hidden from a restricted caller: the caller reads null, and writes do not clear the
 * manager.
 */
public interface HiddenManagersContract {

    /** Returns the store under test. */
    Store store();

    @Test
    default void readsAContactWithAHiddenManagerAsOneWithout() {
        TestOrganization home = TestOrganization.in(store());
        Company acme = home.keep(aCompany());
        Contact led = home.keep(aContact().at(acme).assignedTo("bo").reportingTo(home.keep(aContact())));
        Contact seen = led.withoutManager();
        assertThat(home.find(BO, led.id())).contains(seen);
        assertThat(home.page(BO, PageRequest.first(9)).items()).containsExactly(seen);
        PageRequest uncounted = PageRequest.of(Order.BY_NAME, Slice.at(0, 1)).uncounted();
        assertThat(home.page(BO, uncounted).items()).containsExactly(seen);
        home.write(tx -> {
            assertThat(tx.contacts().findWithRelations(home.id(), BO, led.id()))
                    .contains(new ContactWithRelations(seen, false, false, false));
            assertThat(tx.contacts().findAtCompany(home.id(), BO, led.id()))
                    .contains(new ContactAtCompany(seen, false));
            assertThat(tx.contacts()
                            .pageAtCompany(home.id(), BO, acme.id(), Slice.first(9))
                            .items())
                    .containsExactly(new ContactAtCompany(seen, false));
        });
        assertThat(home.find(led.id())).contains(led);
    }

    @Test
    default void showsAManagerWhoIsVisible() {
        TestOrganization home = TestOrganization.in(store());
        Contact manager = home.keep(aContact().named("A").assignedTo("bo"));
        Contact led = home.keep(aContact().named("B").assignedTo("bo").reportingTo(manager));
        assertThat(home.find(BO, led.id())).contains(led);
        assertThat(home.page(BO, PageRequest.first(9)).items()).containsExactly(manager, led);
    }

    @Test
    default void leavesHiddenManagersOutOfTheHierarchy() {
        TestOrganization home = TestOrganization.in(store());
        Contact manager = home.keep(aContact().named("Manager").assignedTo("bo"));
        Contact report = home.keep(aContact().named("Report").assignedTo("bo").reportingTo(manager));
        home.keep(aContact().named("Led").assignedTo("bo").reportingTo(home.keep(aContact())));
        Hierarchy hierarchy = home.contacts4j().finder().hierarchy(home.restricted("bo"), null);
        assertThat(hierarchy.reports()).isEqualTo(Map.of(manager.id(), List.of(report)));
        assertThat(home.page(BO, Fields.manager().isNotEmpty(), PageRequest.first(1))
                        .total())
                .isEqualTo(Total.exact(1));
    }

    /** A client that reads a contact and writes all of it back thus changes no hidden data. */
    @Test
    default void keepsAHiddenManagerWhenNullIsSentBack() {
        TestOrganization home = TestOrganization.in(store());
        Contact manager = home.keep(aContact());
        Contact led = home.keep(aContact().assignedTo("bo").reportingTo(manager));
        Caller bo = home.restricted("bo");
        Patch<Contact> back = Patch.<Contact>empty().clear(REPORTS_TO);
        assertThat(change(home, bo, led, back)).isEqualTo(led.withoutManager());
        Contact titled = change(home, bo, led, back.set(TITLE, "Countess"));
        assertThat(titled.job().reportsTo()).isNull();
        assertThat(titled.job().title()).isEqualTo("Countess");
        assertThat(home.contacts4j()
                        .tags()
                        .addTo(bo, led.id(), List.of("x"), Precondition.none())
                        .job()
                        .reportsTo())
                .isNull();
        assertThat(home.contacts4j()
                        .companyContacts()
                        .update(bo, led.id(), Patch.of(TITLE, "Lady"), null)
                        .contact()
                        .job()
                        .reportsTo())
                .isNull();
        assertThat(home.get(led.id()).job().reportsTo()).isEqualTo(manager.id());
        assertThat(home.contacts4j()
                        .contacts()
                        .remove(bo, led.id(), Precondition.none())
                        .job()
                        .reportsTo())
                .isNull();
    }

    @Test
    default void givesAContactAVisibleManagerInPlaceOfAHiddenOne() {
        TestOrganization home = TestOrganization.in(store());
        Contact mine = home.keep(aContact().assignedTo("bo"));
        Contact led = home.keep(aContact().assignedTo("bo").reportingTo(home.keep(aContact())));
        assertThat(change(home, home.restricted("bo"), led, Patch.of(REPORTS_TO, mine.id()))
                        .job()
                        .reportsTo())
                .isEqualTo(mine.id());
        assertThat(home.get(led.id()).job().reportsTo()).isEqualTo(mine.id());
    }

    @Test
    default void importsOverAContactWithoutClearingItsHiddenManager() {
        TestOrganization home = TestOrganization.in(store());
        Contact manager = home.keep(aContact());
        Contact led = home.keep(
                aContact().with(ContactField.EMAIL, "a@x.org").assignedTo("bo").reportingTo(manager));
        Importing bo = Importing.into(home).as(home.restricted("bo")).updating();
        assertThat(counts(bo.rows(mailing("a@x.org").name("Ada").with(fields -> fields.clear(REPORTS_TO)))))
                .containsExactly(0, 1, 0, 0);
        assertThat(home.get(led.id()).name().full()).isEqualTo("Ada");
        assertThat(home.get(led.id()).job().reportsTo()).isEqualTo(manager.id());
    }

    private static Contact change(TestOrganization home, Caller caller, Contact contact, Patch<Contact> patch) {
        return home.contacts4j().contacts().update(caller, contact.id(), patch, Precondition.none());
    }
}
