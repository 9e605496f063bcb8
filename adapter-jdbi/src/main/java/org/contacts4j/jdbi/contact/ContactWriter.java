package org.contacts4j.jdbi.contact;

import java.util.List;
import org.contacts4j.application.contact.NewContact;
import org.contacts4j.domain.EnumNames;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactEvent;
import org.contacts4j.domain.contact.ContactStatus;
import org.contacts4j.domain.contact.Job;
import org.contacts4j.domain.id.CompanyId;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.jdbi.attachment.JdbiAttachments;
import org.contacts4j.jdbi.counter.CounterJournal;
import org.contacts4j.jdbi.transaction.StatementBatch;
import org.contacts4j.jdbi.transaction.UnitOfWork;
import org.jspecify.annotations.Nullable;

/** Writes contacts together with their match keys, counter journal entries, events and webhook deliveries. */
record ContactWriter(UnitOfWork unitOfWork, OrganizationId organization) {

    private static final String DELETE =
            "delete from contact where organization_id = :organization and id = :id and version = :version_before";

    void insert(Contact contact, ContactEvent event) {
        holdReferences(contact.job());
        StatementBatch writes = ContactColumns.insert(organization, contact);
        keyRows().insert(writes, contact);
        CounterJournal.note(writes, counterKind(contact.status()), 1, List.of(), contact.tags(), event.at());
        JdbiContactEvents.append(unitOfWork, organization, writes, event);
        unitOfWork.write(writes);
    }

    void insertAll(List<NewContact> creations) {
        creations.forEach(creation -> holdReferences(creation.contact().job()));
        if (!creations.isEmpty()) {
            new BulkContactInsert(unitOfWork, organization).insert(creations);
        }
    }

    void update(Contact before, Contact after, ContactEvent event) {
        if (!before.job().refersTo(after.job().companyId(), after.job().reportsTo())) {
            holdReferences(after.job());
            unitOfWork.hold("contact", organization, after.id().value());
        }
        StatementBatch writes = ContactColumns.update(organization, before, after);
        keyRows().replace(writes, before, after);
        if (before.status() != after.status()) {
            CounterJournal.move(writes, counterKind(before.status()), counterKind(after.status()));
        }
        CounterJournal.note(writes, counterKind(after.status()), 0, before.tags(), after.tags(), event.at());
        JdbiContactEvents.append(unitOfWork, organization, writes, event);
        unitOfWork.write(writes);
    }

    void delete(Contact contact, ContactEvent event) {
        unitOfWork.hold("contact", organization, contact.id().value());
        unitOfWork.write(JdbiAttachments.deleteStatements(organization, contact.id(), event.at()));
        StatementBatch writes = StatementBatch.guardedBy(
                organization,
                DELETE,
                parameters -> parameters
                        .uuid("id", contact.id().value())
                        .number("version_before", contact.revision().version()));
        keyRows().remove(writes, contact);
        CounterJournal.note(writes, counterKind(contact.status()), -1, contact.tags(), List.of(), event.at());
        JdbiContactEvents.append(unitOfWork, organization, writes, event);
        unitOfWork.write(writes);
    }

    static String counterKind(ContactStatus status) {
        return "contact." + EnumNames.of(status);
    }

    /** Prevents the company and the manager from being deleted before this transaction ends. */
    private void holdReferences(Job job) {
        @Nullable CompanyId company = job.companyId();
        if (company != null) {
            unitOfWork.hold("company", organization, company.value());
        }
        @Nullable ContactId manager = job.reportsTo();
        if (manager != null) {
            unitOfWork.hold("contact", organization, manager.value());
        }
    }

    private MatchKeyRows keyRows() {
        return new MatchKeyRows(unitOfWork.database());
    }
}
