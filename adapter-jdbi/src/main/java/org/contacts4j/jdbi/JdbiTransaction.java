package org.contacts4j.jdbi;

import java.time.Instant;
import java.util.List;
import org.contacts4j.application.Transaction;
import org.contacts4j.application.attachment.Attachments;
import org.contacts4j.application.attachment.ContentParts;
import org.contacts4j.application.attachment.LooseContents;
import org.contacts4j.application.comment.Comments;
import org.contacts4j.application.company.Companies;
import org.contacts4j.application.contact.ContactEvents;
import org.contacts4j.application.contact.Contacts;
import org.contacts4j.application.customfield.CustomFieldDefinitions;
import org.contacts4j.application.customfield.CustomFieldFolders;
import org.contacts4j.application.customvalue.CustomValues;
import org.contacts4j.application.importing.ImportJobs;
import org.contacts4j.application.importing.KnownContacts;
import org.contacts4j.application.link.Links;
import org.contacts4j.application.member.Members;
import org.contacts4j.application.member.Teams;
import org.contacts4j.application.tag.Tags;
import org.contacts4j.application.view.Views;
import org.contacts4j.application.webhook.Deliveries;
import org.contacts4j.application.webhook.Webhooks;
import org.contacts4j.domain.OrganizationId;
import org.contacts4j.jdbi.attachment.JdbiAttachments;
import org.contacts4j.jdbi.attachment.JdbiContentParts;
import org.contacts4j.jdbi.attachment.JdbiLooseContents;
import org.contacts4j.jdbi.comment.JdbiComments;
import org.contacts4j.jdbi.company.JdbiCompanies;
import org.contacts4j.jdbi.contact.JdbiContactEvents;
import org.contacts4j.jdbi.contact.JdbiContacts;
import org.contacts4j.jdbi.customfield.JdbiCustomFieldDefinitions;
import org.contacts4j.jdbi.customfield.JdbiCustomFieldFolders;
import org.contacts4j.jdbi.customvalue.JdbiCustomValues;
import org.contacts4j.jdbi.importing.JdbiImportJobs;
import org.contacts4j.jdbi.importing.JdbiKnownContacts;
import org.contacts4j.jdbi.link.JdbiLinks;
import org.contacts4j.jdbi.member.JdbiMembers;
import org.contacts4j.jdbi.member.JdbiTeams;
import org.contacts4j.jdbi.tag.JdbiTags;
import org.contacts4j.jdbi.view.JdbiViews;
import org.contacts4j.jdbi.webhook.JdbiDeliveries;
import org.contacts4j.jdbi.webhook.JdbiWebhooks;

/** The ports on one connection. */
record JdbiTransaction(Session session) implements Transaction {

    @Override
    public Contacts contacts() {
        return new JdbiContacts(session);
    }

    @Override
    public Companies companies() {
        return new JdbiCompanies(session);
    }

    @Override
    public ContactEvents events() {
        return new JdbiContactEvents(session);
    }

    @Override
    public Links links() {
        return new JdbiLinks(session);
    }

    @Override
    public Comments comments() {
        return new JdbiComments(session);
    }

    @Override
    public Attachments attachments() {
        return new JdbiAttachments(session);
    }

    @Override
    public LooseContents looseContents() {
        return new JdbiLooseContents(session);
    }

    @Override
    public ContentParts contentParts() {
        return new JdbiContentParts(session);
    }

    @Override
    public Members members() {
        return new JdbiMembers(session);
    }

    @Override
    public Teams teams() {
        return new JdbiTeams(session);
    }

    @Override
    public List<OrganizationId> organizationsWithLooseContents(Instant before) {
        return new JdbiLooseContents(session).organizations(before);
    }

    @Override
    public KnownContacts knownContacts() {
        return new JdbiKnownContacts(session);
    }

    @Override
    public ImportJobs importJobs() {
        return new JdbiImportJobs(session);
    }

    @Override
    public List<OrganizationId> organizationsWithImports(Instant now) {
        return new JdbiImportJobs(session).organizations(now);
    }

    @Override
    public List<OrganizationId> organizationsWithOldImports(Instant time) {
        return new JdbiImportJobs(session).organizationsWithOld(time);
    }

    @Override
    public CustomFieldDefinitions customFields() {
        return new JdbiCustomFieldDefinitions(session);
    }

    @Override
    public CustomFieldFolders customFieldFolders() {
        return new JdbiCustomFieldFolders(session);
    }

    @Override
    public Views views() {
        return new JdbiViews(session);
    }

    @Override
    public Tags tags() {
        return new JdbiTags(session);
    }

    @Override
    public CustomValues customValues() {
        return new JdbiCustomValues(session);
    }

    @Override
    public Webhooks webhooks() {
        return new JdbiWebhooks(session);
    }

    @Override
    public Deliveries deliveries() {
        return new JdbiDeliveries(session);
    }

    @Override
    public List<OrganizationId> organizationsWithDueDeliveries(Instant now) {
        return new JdbiWebhooks(session).organizationsWithDueDeliveries(now);
    }

    @Override
    public List<OrganizationId> organizationsWithDeliveriesBefore(Instant time) {
        return new JdbiDeliveries(session).organizationsBefore(time);
    }
}
