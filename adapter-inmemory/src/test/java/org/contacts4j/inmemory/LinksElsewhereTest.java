package org.contacts4j.inmemory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.contacts4j.application.Contacts4J;
import org.contacts4j.application.link.Links;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.id.LinkId;
import org.contacts4j.domain.id.MemberId;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.link.Link;
import org.contacts4j.domain.link.LinkField;
import org.contacts4j.domain.link.LinkType;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.domain.organization.DataScope;
import org.contacts4j.domain.organization.Role;
import org.contacts4j.domain.patch.Patch;
import org.junit.jupiter.api.Test;

/** An application that manages its own opportunities exposes them as the links of contacts. */
final class LinksElsewhereTest {

    private static final Patch<Link> SIXTH =
            Patch.of(LinkField.TYPE, LinkType.OPPORTUNITY).set(LinkField.EXTERNAL_ID, "006");

    private final InMemoryStore store = new InMemoryStore();
    private final SalesDesk desk = new SalesDesk();
    private final Contacts4J contacts4j = Contacts4J.builder(store).links(desk).build();
    private final Caller ada = Caller.member("home", "ada");
    private final Contact bo = contacts4j.contacts().create(ada, Patch.of(ContactField.NAME, "Bo"));

    @Test
    void showsTheApplicationsOwnRecords() {
        assertThat(contacts4j.links().list(ada, bo.id()))
                .extracting(Link::externalId)
                .containsExactly("deal of Bo");
        assertThat(desk.asked).containsExactly(bo.id());
    }

    @Test
    void asksNothingAboutAContactThatTheCallerCannotSee() {
        Caller restricted = new Caller(ada.organization(), new MemberId("al"), Role.MEMBER, DataScope.ASSIGNED);
        assertThatThrownBy(() -> contacts4j.links().list(restricted, bo.id()))
                .isInstanceOf(ContactsFailure.ContactNotFound.class);
        assertThatThrownBy(() -> contacts4j.links().save(restricted, bo.id(), SIXTH))
                .isInstanceOf(ContactsFailure.ContactNotFound.class);
        assertThat(desk.asked).isEmpty();
    }

    @Test
    void passesOnARefusalToWriteAndWritesNothingItself() {
        assertThatThrownBy(() -> contacts4j.links().save(ada, bo.id(), SIXTH))
                .isInstanceOf(ContactsFailure.Forbidden.class)
                .hasMessage("Deals are made at the sales desk.");
        assertThat(store.<List<Link>>read(tx -> tx.links().of(ada.organization(), bo.id())))
                .isEmpty();
    }

    /** Links with one read-only deal for every contact. */
    private final class SalesDesk implements Links {

        private final List<ContactId> asked = new ArrayList<>();

        @Override
        public List<Link> of(OrganizationId organization, ContactId contact) {
            asked.add(contact);
            String name = contacts4j.contacts().get(ada, contact).name().full();
            Patch<Link> deal = SIXTH.set(LinkField.EXTERNAL_ID, "deal of " + name);
            return List.of(Link.create(new LinkId(new UUID(1, 1)), contact, deal, ada.member(), Instant.EPOCH));
        }

        @Override
        public void insert(OrganizationId organization, Link link) {
            throw new ContactsFailure.Forbidden("Deals are made at the sales desk.");
        }

        @Override
        public void update(OrganizationId organization, Link link) {
            throw new ContactsFailure.Forbidden("Deals are made at the sales desk.");
        }

        @Override
        public void delete(OrganizationId organization, ContactId contact, LinkId id) {
            throw new ContactsFailure.Forbidden("Deals are made at the sales desk.");
        }
    }
}
