package org.contacts4j.contract.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.contacts4j.contract.contact.ContactFixture.aContact;
import static org.contacts4j.domain.contact.ContactField.NAME;
import static org.contacts4j.domain.contact.ContactField.REPORTS_TO;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.contacts4j.application.Store;
import org.contacts4j.contract.TestOrganization;
import org.contacts4j.domain.ContactsFailure.Invalid;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.event.ContactEvent;
import org.contacts4j.domain.contact.event.ContactEvent.FieldChange;
import org.contacts4j.domain.filter.Fields;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.domain.patch.Patch;
import org.contacts4j.domain.patch.Precondition;
import org.contacts4j.domain.validation.Fault;
import org.junit.jupiter.api.Test;

/** Contract tests of reporting lines, and of deleting managers. */
public interface ReportingContract {

    /** Returns the store under test. */
    Store store();

    @Test
    default void acceptsAManagerOfTheOrganization() {
        TestOrganization home = TestOrganization.in(store());
        List<Contact> two = home.keepAll(aContact(), aContact());
        assign(home, two.get(0), two.get(1).id());
        assertThat(home.get(two.get(0).id()).job().reportsTo())
                .isEqualTo(two.get(1).id());
    }

    @Test
    default void refusesAContactAsItsOwnManager() {
        TestOrganization home = TestOrganization.in(store());
        Contact ada = home.keep(aContact());
        assertRefused(home, ada, ada.id());
    }

    @Test
    default void refusesAReportingCycle() {
        TestOrganization home = TestOrganization.in(store());
        Contact chief = home.keep(aContact());
        Contact manager = home.keep(aContact().reportingTo(chief));
        Contact clerk = home.keep(aContact().reportingTo(manager));
        assertRefused(home, chief, clerk.id());
    }

    @Test
    default void refusesAManagerWhoIsNoContactOfTheOrganization() {
        TestOrganization home = TestOrganization.in(store());
        Contact ada = home.keep(aContact());
        assertRefused(home, ada, new ContactId(UUID.randomUUID()));
        assertRefused(home, ada, ContactId.parse("nonsense"));
        assertRefused(home, ada, TestOrganization.in(store()).keep(aContact()).id());
    }

    @Test
    default void refusesAManagerTheCallerCannotSee() {
        TestOrganization home = TestOrganization.in(store());
        Contact hidden = home.keep(aContact());
        Patch<Contact> fields = Patch.of(NAME, "Ada").set(REPORTS_TO, hidden.id());
        Invalid refusal = catchThrowableOfType(
                Invalid.class, () -> home.contacts4j().contacts().create(home.restricted("bo"), fields));
        assertThat(refusal.faults()).extracting(Fault::field).containsExactly("reportsTo");
    }

    @Test
    default void refusesACycleThroughContactsTheCallerCannotSee() {
        TestOrganization home = TestOrganization.in(store());
        Contact chief = home.keep(aContact().assignedTo("bo"));
        Contact hidden = home.keep(aContact().reportingTo(chief));
        Contact clerk = home.keep(aContact().assignedTo("bo").reportingTo(hidden));
        Caller bo = home.restricted("bo");
        Invalid refusal = catchThrowableOfType(
                Invalid.class,
                () -> home.contacts4j()
                        .contacts()
                        .update(bo, chief.id(), Patch.of(REPORTS_TO, clerk.id()), Precondition.none()));
        assertThat(refusal.faults()).extracting(Fault::field).containsExactly("reportsTo");
    }

    @Test
    default void freesTheReportsOfAManagerWhoIsRemoved() {
        TestOrganization home = TestOrganization.in(store());
        Contact manager = home.keep(aContact().named("Manager"));
        Contact report = home.keep(aContact().reportingTo(manager));
        home.contacts4j().contacts().remove(home.ada(), manager.id(), Precondition.none());
        Contact free = home.get(report.id());
        assertThat(free.job().reportsTo()).isNull();
        assertThat(free.revision().version()).isEqualTo(2);
        ContactEvent event = home.events(report.id()).get(0);
        assertThat(event.type()).isEqualTo(ContactEvent.Type.UPDATED);
        assertThat(event.changes())
                .containsOnlyKeys("reportsTo")
                .containsEntry("reportsTo", new FieldChange(manager.id().toString(), null));
    }

    @Test
    default void freesReportsTheCallerCannotSee() {
        TestOrganization home = TestOrganization.in(store());
        Contact manager = home.keep(aContact().assignedTo("bo"));
        Contact hidden = home.keep(aContact().reportingTo(manager));
        home.contacts4j().contacts().remove(home.restricted("bo"), manager.id(), Precondition.none());
        assertThat(home.get(hidden.id()).job().reportsTo()).isNull();
    }

    @Test
    default void freesMoreReportsThanOneBatch() {
        TestOrganization home = TestOrganization.in(store());
        Contact manager = home.keep(aContact().named("Manager"));
        home.keepAll(IntStream.range(0, 501)
                .mapToObj(i -> aContact().reportingTo(manager))
                .toArray(ContactFixture[]::new));
        home.contacts4j().contacts().remove(home.ada(), manager.id(), Precondition.none());
        assertThat(home.names(Fields.manager().isNotEmpty())).isEmpty();
    }

    private static void assign(TestOrganization home, Contact contact, ContactId manager) {
        home.contacts4j()
                .contacts()
                .update(home.ada(), contact.id(), Patch.of(REPORTS_TO, manager), Precondition.none());
    }

    private static void assertRefused(TestOrganization home, Contact contact, ContactId manager) {
        Invalid refusal = catchThrowableOfType(Invalid.class, () -> assign(home, contact, manager));
        assertThat(refusal.faults()).extracting(Fault::field).containsExactly("reportsTo");
        assertThat(home.find(contact.id())).contains(contact);
    }
}
