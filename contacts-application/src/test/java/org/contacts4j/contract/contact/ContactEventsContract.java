package org.contacts4j.contract.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.contacts4j.contract.CompleteRecords.aCompleteContact;
import static org.contacts4j.contract.TestOrganization.EDITOR;
import static org.contacts4j.contract.company.CompanyFixture.aCompany;
import static org.contacts4j.contract.contact.ContactFixture.aContact;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.contacts4j.application.Store;
import org.contacts4j.contract.TestOrganization;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.contact.event.ContactEvent;
import org.contacts4j.domain.contact.event.ContactEvent.FieldChange;
import org.contacts4j.domain.patch.Patch;
import org.junit.jupiter.api.Test;

/** Contract tests of the log of contact events. */
public interface ContactEventsContract {

    /** Returns the store under test. */
    Store store();

    @Test
    default void givesBackTheCreationOfACompleteContact() {
        TestOrganization home = TestOrganization.in(store());
        Contact manager = aContact().in(home.id());
        Contact complete = aCompleteContact()
                .at(home.keep(aCompany()))
                .reportingTo(manager)
                .in(home.id());
        ContactEvent event = append(home, ContactEvent.created(UUID.randomUUID(), complete));
        assertThat(home.events(complete.id())).usingRecursiveComparison().isEqualTo(List.of(event));
        assertThat(home.events(complete.id())).containsExactly(event);
    }

    @Test
    default void givesBackWhatEachFieldWasBeforeAndIsAfter() {
        TestOrganization home = TestOrganization.in(store());
        Contact ada = home.keep(aContact().named("Ada").tagged("a"));
        Contact changed = ada.apply(
                Patch.of(ContactField.NAME, "Ada L.").clear(ContactField.TAGS), EDITOR, TestOrganization.LATER);
        append(home, ContactEvent.updated(UUID.randomUUID(), ada, changed));
        assertThat(home.events(ada.id()).get(0).changes())
                .containsOnlyKeys("name", "tags")
                .containsEntry("name", new FieldChange("Ada", "Ada L."))
                .containsEntry("tags", new FieldChange(List.of("a"), null));
    }

    @Test
    default void keepsEveryTypeOfEvent() {
        TestOrganization home = TestOrganization.in(store());
        Contact ada = aContact().in(home.id());
        Instant precise = Instant.parse("2026-01-02T03:04:05.000001Z");
        List<UUID> ids = TestOrganization.orderedIds(2);
        ContactEvent primary = append(home, ContactEvent.primarySet(ids.get(0), ada, EDITOR, precise));
        ContactEvent deleted = append(home, ContactEvent.deleted(ids.get(1), ada, EDITOR, precise));
        assertThat(home.events(ada.id())).containsExactly(deleted, primary);
    }

    @Test
    default void keepsAnEventThatNobodySignedInCaused() {
        TestOrganization home = TestOrganization.in(store());
        Contact ada = aContact().in(home.id());
        Contact renamed = ada.apply(Patch.of(ContactField.NAME, "Eve"), null, TestOrganization.LATER);
        ContactEvent event = append(home, ContactEvent.updated(UUID.randomUUID(), ada, renamed));
        assertThat(home.events(ada.id())).containsExactly(event);
    }

    @Test
    default void listsTheLatestFirstAndNoMoreThanAskedFor() {
        TestOrganization home = TestOrganization.in(store());
        Contact ada = aContact().in(home.id());
        List<UUID> ids = TestOrganization.orderedIds(4);
        for (UUID id : List.of(ids.get(2), ids.get(0), ids.get(3), ids.get(1))) {
            append(home, ContactEvent.created(id, ada));
        }
        assertThat(home.<List<ContactEvent>>read(tx -> tx.events().latest(home.id(), ada.id(), 3)))
                .extracting(ContactEvent::id)
                .containsExactly(ids.get(3), ids.get(2), ids.get(1));
    }

    @Test
    default void outlivesTheContact() {
        TestOrganization home = TestOrganization.in(store());
        Contact ada = home.keep(aContact());
        home.delete(ada);
        assertThat(home.events(ada.id()))
                .extracting(ContactEvent::type)
                .containsExactlyInAnyOrder(ContactEvent.Type.DELETED, ContactEvent.Type.CREATED);
    }

    @Test
    default void isWrittenWithEveryChange() {
        TestOrganization home = TestOrganization.in(store());
        Contact ada = home.keep(aContact());
        home.change(ada, Patch.of(ContactField.NAME, "Eve"));
        assertThat(home.events(ada.id()))
                .extracting(ContactEvent::type, ContactEvent::version)
                .containsExactly(tuple(ContactEvent.Type.UPDATED, 2L), tuple(ContactEvent.Type.CREATED, 1L));
    }

    @Test
    default void keepsTheEventsOfContactsApart() {
        TestOrganization home = TestOrganization.in(store());
        List<Contact> two = List.of(aContact().in(home.id()), aContact().in(home.id()));
        append(home, ContactEvent.created(UUID.randomUUID(), two.get(0)));
        assertThat(home.events(two.get(1).id())).isEmpty();
    }

    private static ContactEvent append(TestOrganization home, ContactEvent event) {
        home.write(tx -> tx.events().append(home.id(), event));
        return event;
    }
}
