package org.contacts4j.inmemory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.contacts4j.application.Contacts4J;
import org.contacts4j.application.Transaction;
import org.contacts4j.application.company.CompanyQuery;
import org.contacts4j.application.page.Page.Total;
import org.contacts4j.application.page.PageRequest;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.company.Company;
import org.contacts4j.domain.company.CompanyField;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.contact.event.ContactEvent;
import org.contacts4j.domain.filter.Filter;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.domain.patch.Patch;
import org.junit.jupiter.api.Test;

final class InMemoryStoreTest {

    private final InMemoryStore store = new InMemoryStore();
    private final Contacts4J contacts4j = Contacts4J.builder(store).build();
    private final Caller ada = Caller.member("home", "ada");

    @Test
    void forgetsEverythingInOneCall() {
        Company acme = contacts4j.companies().create(ada, Patch.of(CompanyField.NAME, "Acme"));
        Contact bo = contacts4j
                .contacts()
                .create(ada, Patch.of(ContactField.NAME, "Bo").set(ContactField.COMPANY, acme.id()));
        store.clear();
        assertThat(contacts4j.contacts().find(ada, bo.id())).isEmpty();
        assertThat(contacts4j
                        .contacts()
                        .list(ada, Filter.matchAll(), PageRequest.first(1))
                        .total())
                .isEqualTo(Total.exact(0));
        assertThat(contacts4j.companies().list(ada, CompanyQuery.first(1)).total())
                .isEqualTo(Total.exact(0));
        assertThat(store.<Integer>read(
                        tx -> tx.events().latest(ada.organization(), bo.id(), 9).size()))
                .isZero();
    }

    @Test
    void takesCodesAgainAfterForgetting() {
        Patch<Contact> coded = Patch.of(ContactField.NAME, "Bo").set(ContactField.CODE, "C-1");
        contacts4j.contacts().create(ada, coded);
        store.clear();
        assertThat(contacts4j.contacts().create(ada, coded).code()).isEqualTo("C-1");
    }

    @Test
    void namesWhoHasACodeAlready() {
        Contact bo = contacts4j
                .contacts()
                .create(ada, Patch.of(ContactField.NAME, "Bo").set(ContactField.CODE, "C-1"));
        Contact twin = Contact.create(
                ContactId.parse("0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b"),
                ada.organization(),
                Patch.of(ContactField.NAME, "Twin").set(ContactField.CODE, "C-1"),
                ada.member(),
                bo.revision().createdAt());
        assertThatThrownBy(() -> insert(twin))
                .isInstanceOfSatisfying(
                        ContactsFailure.DuplicateCode.class,
                        refusal ->
                                assertThat(refusal.existing()).isEqualTo(bo.id().value()));
    }

    @Test
    void refusesToWriteInWorkThatOnlyReads() {
        Contact bo = contacts4j.contacts().create(ada, Patch.of(ContactField.NAME, "Bo"));
        assertThatThrownBy(() -> store.read(tx -> {
                    tx.contacts().delete(ada.organization(), bo, deletionOf(bo));
                    return true;
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(contacts4j.contacts().find(ada, bo.id())).contains(bo);
    }

    @Test
    void refusesToWriteAfterTheWorkHasEnded() {
        Contact bo = contacts4j.contacts().create(ada, Patch.of(ContactField.NAME, "Bo"));
        Transaction ended = store.write(tx -> tx);
        assertThatThrownBy(() -> ended.contacts().delete(ada.organization(), bo, deletionOf(bo)))
                .isInstanceOf(IllegalStateException.class);
        assertThat(contacts4j.contacts().find(ada, bo.id())).contains(bo);
    }

    private ContactEvent deletionOf(Contact contact) {
        return ContactEvent.deleted(
                UUID.randomUUID(), contact, ada.member(), contact.revision().updatedAt());
    }

    private void insert(Contact contact) {
        store.write(tx -> {
            tx.contacts().insert(ada.organization(), contact, ContactEvent.created(UUID.randomUUID(), contact));
            return contact;
        });
    }
}
