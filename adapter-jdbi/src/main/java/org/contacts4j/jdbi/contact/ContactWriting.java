package org.contacts4j.jdbi.contact;

import java.util.List;
import org.contacts4j.application.contact.Creation;
import org.contacts4j.domain.CompanyId;
import org.contacts4j.domain.ContactId;
import org.contacts4j.domain.OrganizationId;
import org.contacts4j.domain.Words;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactEvent;
import org.contacts4j.domain.contact.ContactStatus;
import org.contacts4j.domain.contact.Job;
import org.contacts4j.jdbi.Session;
import org.contacts4j.jdbi.Tally;
import org.contacts4j.jdbi.Writes;
import org.contacts4j.jdbi.attachment.JdbiAttachments;
import org.jspecify.annotations.Nullable;

/** Writes contacts, with everything that is kept about them elsewhere: match keys, the tally, the event and its messages. */
record ContactWriting(Session session, OrganizationId organization) {

    private static final String DELETE =
            "delete from contact where organization_id = :organization and id = :id and version = :version_before";

    void insert(Contact contact, ContactEvent event) {
        holdReferences(contact.job());
        Writes writes = ContactColumns.insert(organization, contact);
        keyRows().insert(writes, contact);
        Tally.note(writes, countedAs(contact.status()), 1, List.of(), contact.tags(), event.at());
        JdbiContactEvents.append(session, organization, writes, event);
        session.write(writes);
    }

    void insertAll(List<Creation> creations) {
        creations.forEach(creation -> holdReferences(creation.contact().job()));
        if (!creations.isEmpty()) {
            new ManyContacts(session, organization).insert(creations);
        }
    }

    void update(Contact before, Contact after, ContactEvent event) {
        if (!before.job().refersTo(after.job().companyId(), after.job().reportsTo())) {
            holdReferences(after.job());
            session.hold("contact", organization, after.id().value());
        }
        Writes writes = ContactColumns.update(organization, before, after);
        keyRows().replace(writes, before, after);
        if (before.status() != after.status()) {
            Tally.move(writes, countedAs(before.status()), countedAs(after.status()));
        }
        Tally.note(writes, countedAs(after.status()), 0, before.tags(), after.tags(), event.at());
        JdbiContactEvents.append(session, organization, writes, event);
        session.write(writes);
    }

    void delete(Contact contact, ContactEvent event) {
        session.hold("contact", organization, contact.id().value());
        session.write(JdbiAttachments.deletionOf(organization, contact.id(), event.at()));
        Writes writes = Writes.guardedBy(
                organization,
                DELETE,
                parameters -> parameters
                        .uuid("id", contact.id().value())
                        .number("version_before", contact.revision().version()));
        keyRows().remove(writes, contact);
        Tally.note(writes, countedAs(contact.status()), -1, contact.tags(), List.of(), event.at());
        JdbiContactEvents.append(session, organization, writes, event);
        session.write(writes);
    }

    static String countedAs(ContactStatus status) {
        return "contact." + Words.of(status);
    }

    /** Keeps the company and the manager from being deleted before this transaction ends. */
    private void holdReferences(Job job) {
        @Nullable CompanyId company = job.companyId();
        if (company != null) {
            session.hold("company", organization, company.value());
        }
        @Nullable ContactId manager = job.reportsTo();
        if (manager != null) {
            session.hold("contact", organization, manager.value());
        }
    }

    private MatchKeyRows keyRows() {
        return new MatchKeyRows(session.database());
    }
}
