package org.contacts4j.application;

import java.time.Instant;
import java.util.List;
import org.contacts4j.application.NotifyingStore.RecordedEvent;
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

/** A transaction that records contact events. */
record RecordingTransaction(Transaction tx, List<RecordedEvent> happened) implements Transaction {

    @Override
    public Contacts contacts() {
        return new RecordingContacts(tx.contacts(), happened);
    }

    @Override
    public Companies companies() {
        return tx.companies();
    }

    @Override
    public ContactEvents events() {
        return new RecordingEvents(tx.events(), happened);
    }

    @Override
    public Links links() {
        return tx.links();
    }

    @Override
    public MatchCandidates matchCandidates() {
        return tx.matchCandidates();
    }

    @Override
    public ImportJobs importJobs() {
        return tx.importJobs();
    }

    @Override
    public List<OrganizationId> organizationsWithImports(Instant now) {
        return tx.organizationsWithImports(now);
    }

    @Override
    public CustomFieldDefinitions customFields() {
        return tx.customFields();
    }

    @Override
    public CustomFieldFolders customFieldFolders() {
        return tx.customFieldFolders();
    }

    @Override
    public Views views() {
        return tx.views();
    }

    @Override
    public Tags tags() {
        return tx.tags();
    }

    @Override
    public CustomValues customValues() {
        return tx.customValues();
    }

    @Override
    public Webhooks webhooks() {
        return tx.webhooks();
    }

    @Override
    public Deliveries deliveries() {
        return tx.deliveries();
    }

    @Override
    public List<OrganizationId> organizationsWithDueDeliveries(Instant now) {
        return tx.organizationsWithDueDeliveries(now);
    }

    @Override
    public List<OrganizationId> organizationsWithDeliveriesBefore(Instant time) {
        return tx.organizationsWithDeliveriesBefore(time);
    }

    @Override
    public Comments comments() {
        return tx.comments();
    }

    @Override
    public Attachments attachments() {
        return tx.attachments();
    }

    @Override
    public UnreferencedContents unreferencedContents() {
        return tx.unreferencedContents();
    }

    @Override
    public ContentParts contentParts() {
        return tx.contentParts();
    }

    @Override
    public List<OrganizationId> organizationsWithUnreferencedContents(Instant before) {
        return tx.organizationsWithUnreferencedContents(before);
    }

    @Override
    public Members members() {
        return tx.members();
    }

    @Override
    public Teams teams() {
        return tx.teams();
    }

    @Override
    public List<OrganizationId> organizationsWithOldImports(Instant time) {
        return tx.organizationsWithOldImports(time);
    }
}
