package org.contacts4j.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contacts4j.contract.company.CompanyFixture.aCompany;

import java.util.ArrayList;
import java.util.List;
import org.contacts4j.application.ContactListener;
import org.contacts4j.application.Contacts4J;
import org.contacts4j.application.Store;
import org.contacts4j.application.importing.ImportOptions;
import org.contacts4j.application.importing.ImportRow;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.company.Company;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.patch.Patch;
import org.contacts4j.domain.patch.Precondition;
import org.junit.jupiter.api.Test;

/** Contract tests of in-process listeners for contact events. */
public interface ListenersContract {

    /** Returns the store under test. */
    Store store();

    @Test
    default void tellsListenersOfEverythingAfterItIsCommitted() {
        TestOrganization home = TestOrganization.in(store());
        Contacts4J contacts4j = home.contacts4j();
        List<String> heard = new ArrayList<>();
        contacts4j.listeners().add((organization, event) -> {
            boolean isKept = home.events(event.contact().id()).contains(event);
            heard.add(
                    event.type() + " " + event.contact().name() + " " + isKept + " " + organization.equals(home.id()));
        });
        Company acme = home.keep(aCompany());
        Contact ada = contacts4j
                .contacts()
                .create(home.ada(), Patch.of(ContactField.NAME, "Ada").set(ContactField.COMPANY, acme.id()));
        contacts4j.contacts().update(home.ada(), ada.id(), Patch.of(ContactField.NAME, "Ada L"), Precondition.none());
        contacts4j.contacts().setPrimary(home.ada(), ada.id(), acme.id());
        contacts4j.contacts().remove(home.ada(), ada.id(), Precondition.none());
        contacts4j
                .imports()
                .run(
                        home.ada(),
                        ImportOptions.DEFAULT,
                        List.of(row("Bo"), row("Cy")).iterator());
        assertThat(heard)
                .containsExactly(
                        "CREATED Ada true true",
                        "UPDATED Ada L true true",
                        "PRIMARY_SET Ada L true true",
                        "DELETED Ada L true true",
                        "CREATED Bo true true",
                        "CREATED Cy true true");
    }

    @Test
    default void tellsListenersNothingThatDidNotHappen() {
        TestOrganization home = TestOrganization.in(store());
        Contacts4J contacts4j = home.contacts4j();
        Patch<Contact> coded = Patch.of(ContactField.NAME, "Ada").set(ContactField.CODE, "C-1");
        contacts4j.contacts().create(home.ada(), coded);
        List<String> heard = new ArrayList<>();
        contacts4j.listeners().add((organization, event) -> heard.add(event.toString()));
        assertThatThrownBy(() -> contacts4j.contacts().create(home.ada(), coded))
                .isInstanceOf(ContactsFailure.DuplicateCode.class);
        assertThat(heard).isEmpty();
    }

    @Test
    default void goesOnWhenAListenerFailsAndForgetsOneThatLeaves() {
        TestOrganization home = TestOrganization.in(store());
        Contacts4J contacts4j = Contacts4J.builder(store()).build();
        List<String> heard = new ArrayList<>();
        ContactListener failing = (organization, event) -> {
            heard.add("failing");
            throw new IllegalStateException("this listener always fails; the test wants that");
        };
        contacts4j.listeners().add(failing);
        contacts4j.listeners().add((organization, event) -> heard.add("other"));
        Contact ada = contacts4j.contacts().create(home.ada(), Patch.of(ContactField.NAME, "Ada"));
        assertThat(contacts4j.contacts().find(home.ada(), ada.id())).isPresent();
        contacts4j.listeners().remove(failing);
        contacts4j.contacts().remove(home.ada(), ada.id(), Precondition.none());
        assertThat(heard).containsExactly("failing", "other", "other");
    }

    private static ImportRow row(String name) {
        return new ImportRow(1, null, Patch.of(ContactField.NAME, name), List.of(name));
    }
}
