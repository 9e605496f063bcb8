package org.contacts4j.inmemory;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.contacts4j.application.attachment.Attachments;
import org.contacts4j.application.attachment.ContentParts;
import org.contacts4j.application.attachment.UnreferencedContents;
import org.contacts4j.application.comment.Comments;
import org.contacts4j.application.company.Companies;
import org.contacts4j.application.contact.ContactEvents;
import org.contacts4j.application.contact.Contacts;
import org.contacts4j.application.customfield.CustomFieldDefinitions;
import org.contacts4j.application.customfield.CustomFieldFolders;
import org.contacts4j.application.customvalue.CustomValues;
import org.contacts4j.application.importing.ImportJobs;
import org.contacts4j.application.importing.matching.MatchCandidates;
import org.contacts4j.application.link.Links;
import org.contacts4j.application.member.Members;
import org.contacts4j.application.member.Teams;
import org.contacts4j.application.tag.Tags;
import org.contacts4j.application.view.Views;
import org.contacts4j.application.webhook.Deliveries;
import org.contacts4j.application.webhook.Webhooks;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.inmemory.attachment.InMemoryAttachments;
import org.contacts4j.inmemory.attachment.InMemoryContentParts;
import org.contacts4j.inmemory.attachment.InMemoryUnreferencedContents;
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
import org.contacts4j.inmemory.record.Records.HeldImport;
import org.contacts4j.inmemory.record.StoredTransaction;
import org.contacts4j.inmemory.webhook.InMemoryDeliveries;
import org.contacts4j.inmemory.webhook.InMemoryWebhooks;

record InMemoryTransaction(Map<OrganizationId, Records> organizations, Changes changes) implements StoredTransaction {

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
    public List<OrganizationId> organizationsWithUnreferencedContents(Instant before) {
        return organizations.entrySet().stream()
                .filter(entry ->
                        entry.getValue().unreferencedContents.values().stream().anyMatch(note -> note.isDue(before)))
                .map(Map.Entry::getKey)
                .toList();
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
    public List<OrganizationId> organizationsWithImports(Instant now) {
        return organizationsWithImports(held -> held.isFree(now));
    }

    @Override
    public List<OrganizationId> organizationsWithOldImports(Instant time) {
        return organizationsWithImports(held -> held.endedBefore(time));
    }

    private List<OrganizationId> organizationsWithImports(Predicate<HeldImport> wanted) {
        return organizations.entrySet().stream()
                .filter(entry -> entry.getValue().imports.values().stream().anyMatch(wanted))
                .map(Map.Entry::getKey)
                .toList();
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
    public List<OrganizationId> organizationsWithDueDeliveries(Instant now) {
        return organizations.keySet().stream()
                .filter(organization ->
                        new InMemoryWebhooks(this).free(organization, now).isPresent())
                .toList();
    }

    @Override
    public List<OrganizationId> organizationsWithDeliveriesBefore(Instant time) {
        return organizations.entrySet().stream()
                .filter(entry -> entry.getValue().deliveries.values().stream()
                        .anyMatch(delivery -> delivery.createdAt().isBefore(time)))
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    public Records recordsOf(OrganizationId organization) {
        return organizations.computeIfAbsent(organization, unknown -> new Records());
    }
}
