package org.contacts4j.jdbi;

import java.util.List;
import java.util.function.Consumer;
import org.contacts4j.application.Transaction;
import org.contacts4j.application.access.ApiKeys;
import org.contacts4j.application.access.TokenRevocations;
import org.contacts4j.application.attachment.Attachments;
import org.contacts4j.application.attachment.ContentParts;
import org.contacts4j.application.attachment.UnreferencedContents;
import org.contacts4j.application.audit.AuditLog;
import org.contacts4j.application.background.WorkQueue;
import org.contacts4j.application.comment.Comments;
import org.contacts4j.application.company.Companies;
import org.contacts4j.application.contact.ContactEvents;
import org.contacts4j.application.contact.Contacts;
import org.contacts4j.application.customfield.CustomFieldDefinitions;
import org.contacts4j.application.customfield.CustomFieldFolders;
import org.contacts4j.application.customvalue.CustomValues;
import org.contacts4j.application.idempotency.IdempotencyRecords;
import org.contacts4j.application.importing.ImportJobs;
import org.contacts4j.application.importing.matching.MatchCandidates;
import org.contacts4j.application.importing.undo.ImportChanges;
import org.contacts4j.application.importing.warning.ImportWarnings;
import org.contacts4j.application.link.Links;
import org.contacts4j.application.member.Members;
import org.contacts4j.application.member.Teams;
import org.contacts4j.application.tag.Tags;
import org.contacts4j.application.view.Views;
import org.contacts4j.application.webhook.Deliveries;
import org.contacts4j.application.webhook.Webhooks;
import org.contacts4j.domain.organization.ReadPosition;
import org.contacts4j.jdbi.access.JdbiApiKeys;
import org.contacts4j.jdbi.access.JdbiTokenRevocations;
import org.contacts4j.jdbi.attachment.JdbiAttachments;
import org.contacts4j.jdbi.attachment.JdbiContentParts;
import org.contacts4j.jdbi.attachment.JdbiUnreferencedContents;
import org.contacts4j.jdbi.audit.JdbiAuditLog;
import org.contacts4j.jdbi.background.JdbiWorkQueue;
import org.contacts4j.jdbi.comment.JdbiComments;
import org.contacts4j.jdbi.company.JdbiCompanies;
import org.contacts4j.jdbi.contact.ContactColumns;
import org.contacts4j.jdbi.contact.JdbiContactEvents;
import org.contacts4j.jdbi.contact.JdbiContacts;
import org.contacts4j.jdbi.customfield.JdbiCustomFieldDefinitions;
import org.contacts4j.jdbi.customfield.JdbiCustomFieldFolders;
import org.contacts4j.jdbi.customvalue.JdbiCustomValues;
import org.contacts4j.jdbi.idempotency.JdbiIdempotencyRecords;
import org.contacts4j.jdbi.importing.JdbiImportChanges;
import org.contacts4j.jdbi.importing.JdbiImportJobs;
import org.contacts4j.jdbi.importing.JdbiImportWarnings;
import org.contacts4j.jdbi.importing.JdbiMatchCandidates;
import org.contacts4j.jdbi.link.JdbiLinks;
import org.contacts4j.jdbi.member.JdbiMembers;
import org.contacts4j.jdbi.member.JdbiTeams;
import org.contacts4j.jdbi.tag.JdbiTags;
import org.contacts4j.jdbi.transaction.UnitOfWork;
import org.contacts4j.jdbi.view.JdbiViews;
import org.contacts4j.jdbi.webhook.JdbiDeliveries;
import org.contacts4j.jdbi.webhook.JdbiWebhooks;

/** The port implementations of a transaction, on one connection. */
record JdbiTransaction(UnitOfWork unitOfWork, EncryptionKeys keys, ContactColumns contactColumns, boolean hasReplica)
        implements Transaction {

    @Override
    public void onCommit(Consumer<ReadPosition> listener) {
        if (hasReplica) {
            unitOfWork.onCommit(listener);
        }
    }

    @Override
    public Contacts contacts() {
        return new JdbiContacts(unitOfWork, contactColumns);
    }

    @Override
    public Companies companies() {
        return new JdbiCompanies(unitOfWork);
    }

    @Override
    public ContactEvents events() {
        return new JdbiContactEvents(unitOfWork);
    }

    @Override
    public List<ContactEvents.Appended> appendedEvents() {
        return unitOfWork.events();
    }

    @Override
    public boolean hasChanges() {
        return unitOfWork.hasChanges();
    }

    @Override
    public Links links() {
        return new JdbiLinks(unitOfWork);
    }

    @Override
    public Comments comments() {
        return new JdbiComments(unitOfWork);
    }

    @Override
    public Attachments attachments() {
        return new JdbiAttachments(unitOfWork);
    }

    @Override
    public UnreferencedContents unreferencedContents() {
        return new JdbiUnreferencedContents(unitOfWork);
    }

    @Override
    public ContentParts contentParts() {
        return new JdbiContentParts(unitOfWork);
    }

    @Override
    public Members members() {
        return new JdbiMembers(unitOfWork);
    }

    @Override
    public Teams teams() {
        return new JdbiTeams(unitOfWork);
    }

    @Override
    public MatchCandidates matchCandidates() {
        return new JdbiMatchCandidates(unitOfWork);
    }

    @Override
    public ImportJobs importJobs() {
        return new JdbiImportJobs(unitOfWork);
    }

    @Override
    public ImportChanges importChanges() {
        return new JdbiImportChanges(unitOfWork);
    }

    @Override
    public ImportWarnings importWarnings() {
        return new JdbiImportWarnings(unitOfWork);
    }

    @Override
    public CustomFieldDefinitions customFields() {
        return new JdbiCustomFieldDefinitions(unitOfWork);
    }

    @Override
    public CustomFieldFolders customFieldFolders() {
        return new JdbiCustomFieldFolders(unitOfWork);
    }

    @Override
    public Views views() {
        return new JdbiViews(unitOfWork);
    }

    @Override
    public Tags tags() {
        return new JdbiTags(unitOfWork);
    }

    @Override
    public CustomValues customValues() {
        return new JdbiCustomValues(unitOfWork);
    }

    @Override
    public Webhooks webhooks() {
        return new JdbiWebhooks(unitOfWork, keys);
    }

    @Override
    public Deliveries deliveries() {
        return new JdbiDeliveries(unitOfWork);
    }

    @Override
    public IdempotencyRecords idempotencyRecords() {
        return new JdbiIdempotencyRecords(unitOfWork);
    }

    @Override
    public ApiKeys apiKeys() {
        return new JdbiApiKeys(unitOfWork);
    }

    @Override
    public TokenRevocations tokenRevocations() {
        return new JdbiTokenRevocations(unitOfWork);
    }

    @Override
    public AuditLog auditLog() {
        return new JdbiAuditLog(unitOfWork);
    }

    @Override
    public WorkQueue workQueue() {
        return new JdbiWorkQueue(unitOfWork);
    }
}
