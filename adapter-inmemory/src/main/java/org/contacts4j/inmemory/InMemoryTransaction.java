package org.contacts4j.inmemory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import org.contacts4j.application.link.Links;
import org.contacts4j.application.member.Members;
import org.contacts4j.application.member.Teams;
import org.contacts4j.application.tag.Tags;
import org.contacts4j.application.view.Views;
import org.contacts4j.application.webhook.Deliveries;
import org.contacts4j.application.webhook.Webhooks;
import org.contacts4j.domain.contact.PhoneNumbers;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.inmemory.access.InMemoryApiKeys;
import org.contacts4j.inmemory.access.InMemoryTokenRevocations;
import org.contacts4j.inmemory.attachment.InMemoryAttachments;
import org.contacts4j.inmemory.attachment.InMemoryContentParts;
import org.contacts4j.inmemory.attachment.InMemoryUnreferencedContents;
import org.contacts4j.inmemory.audit.InMemoryAuditLog;
import org.contacts4j.inmemory.contact.InMemoryComments;
import org.contacts4j.inmemory.contact.InMemoryCompanies;
import org.contacts4j.inmemory.contact.InMemoryContactEvents;
import org.contacts4j.inmemory.contact.InMemoryContacts;
import org.contacts4j.inmemory.contact.InMemoryLinks;
import org.contacts4j.inmemory.contact.InMemoryMatchCandidates;
import org.contacts4j.inmemory.contact.InMemoryTags;
import org.contacts4j.inmemory.customfield.InMemoryCustomFieldFolders;
import org.contacts4j.inmemory.customfield.InMemoryCustomFields;
import org.contacts4j.inmemory.customfield.InMemoryCustomValues;
import org.contacts4j.inmemory.record.Changes;
import org.contacts4j.inmemory.record.Records;
import org.contacts4j.inmemory.record.StoredTransaction;
import org.contacts4j.inmemory.webhook.InMemoryDeliveries;
import org.contacts4j.inmemory.webhook.InMemoryWebhooks;

record InMemoryTransaction(
        Map<OrganizationId, Records> organizations,
        PhoneNumbers phoneNumbers,
        Changes changes,
        List<ContactEvents.Appended> appendedEvents)
        implements StoredTransaction {

    InMemoryTransaction(Map<OrganizationId, Records> organizations, PhoneNumbers phoneNumbers, Changes changes) {
        this(organizations, phoneNumbers, changes, new ArrayList<>());
    }

    @Override
    public boolean hasChanges() {
        return changes.areAny();
    }

    @Override
    public Contacts contacts() {
        return new InMemoryContacts(this);
    }

    @Override
    public Companies companies() {
        return new InMemoryCompanies(this);
    }

    @Override
    public ContactEvents events() {
        return new InMemoryContactEvents(this);
    }

    @Override
    public Links links() {
        return new InMemoryLinks(this);
    }

    @Override
    public Comments comments() {
        return new InMemoryComments(this);
    }

    @Override
    public Attachments attachments() {
        return new InMemoryAttachments(this);
    }

    @Override
    public UnreferencedContents unreferencedContents() {
        return new InMemoryUnreferencedContents(this);
    }

    @Override
    public ContentParts contentParts() {
        return new InMemoryContentParts(this);
    }

    @Override
    public Members members() {
        return new InMemoryMembers(this);
    }

    @Override
    public Teams teams() {
        return new InMemoryTeams(this);
    }

    @Override
    public MatchCandidates matchCandidates() {
        return new InMemoryMatchCandidates(this);
    }

    @Override
    public CustomFieldDefinitions customFields() {
        return new InMemoryCustomFields(this);
    }

    @Override
    public CustomFieldFolders customFieldFolders() {
        return new InMemoryCustomFieldFolders(this);
    }

    @Override
    public Views views() {
        return new InMemoryViews(this);
    }

    @Override
    public Tags tags() {
        return new InMemoryTags(this);
    }

    @Override
    public CustomValues customValues() {
        return new InMemoryCustomValues(this);
    }

    @Override
    public ImportJobs importJobs() {
        return new InMemoryImportJobs(this);
    }

    @Override
    public ImportChanges importChanges() {
        return new InMemoryImportChanges(this);
    }

    @Override
    public Webhooks webhooks() {
        return new InMemoryWebhooks(this);
    }

    @Override
    public Deliveries deliveries() {
        return new InMemoryDeliveries(this);
    }

    @Override
    public IdempotencyRecords idempotencyRecords() {
        return new InMemoryIdempotencyRecords(this);
    }

    @Override
    public ApiKeys apiKeys() {
        return new InMemoryApiKeys(this);
    }

    @Override
    public TokenRevocations tokenRevocations() {
        return new InMemoryTokenRevocations(this);
    }

    @Override
    public AuditLog auditLog() {
        return new InMemoryAuditLog(this);
    }

    @Override
    public WorkQueue workQueue() {
        return new InMemoryWorkQueue(this);
    }

    @Override
    public Records recordsOf(OrganizationId organization) {
        return organizations.computeIfAbsent(organization, unknown -> new Records());
    }
}
