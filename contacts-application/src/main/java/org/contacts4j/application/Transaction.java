package org.contacts4j.application;

import java.time.Instant;
import java.util.List;
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
import org.contacts4j.application.importing.MatchCandidates;
import org.contacts4j.application.link.Links;
import org.contacts4j.application.member.Members;
import org.contacts4j.application.member.Teams;
import org.contacts4j.application.tag.Tags;
import org.contacts4j.application.view.Views;
import org.contacts4j.application.webhook.Deliveries;
import org.contacts4j.application.webhook.Webhooks;
import org.contacts4j.domain.OrganizationId;

/** The records of a {@link Store} as one piece of work sees them. Not to be used after that work, nor by two threads. */
public interface Transaction {

    Contacts contacts();

    Companies companies();

    ContactEvents events();

    Links links();

    Comments comments();

    Attachments attachments();

    UnreferencedContents unreferencedContents();

    ContentParts contentParts();

    /** The organisations that have content which is doomed, or noted as loose since before this time. */
    List<OrganizationId> organizationsWithUnreferencedContents(Instant before);

    Members members();

    Teams teams();

    MatchCandidates matchCandidates();

    ImportJobs importJobs();

    /** The organisations that have imports which are not at their end, and which nobody works on at this time. */
    List<OrganizationId> organizationsWithImports(Instant now);

    /** The organisations that have imports which ended before that time. */
    List<OrganizationId> organizationsWithOldImports(Instant time);

    CustomFieldDefinitions customFields();

    CustomFieldFolders customFieldFolders();

    Views views();

    Tags tags();

    CustomValues customValues();

    Webhooks webhooks();

    Deliveries deliveries();

    /** The organisations that have an active webhook which nobody holds at this time, with a message that is due. */
    List<OrganizationId> organizationsWithDueDeliveries(Instant now);

    /** The organisations that have messages about what happened before this time. */
    List<OrganizationId> organizationsWithDeliveriesBefore(Instant time);
}
