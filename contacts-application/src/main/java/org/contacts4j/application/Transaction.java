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
import org.contacts4j.application.importing.matching.MatchCandidates;
import org.contacts4j.application.link.Links;
import org.contacts4j.application.member.Members;
import org.contacts4j.application.member.Teams;
import org.contacts4j.application.tag.Tags;
import org.contacts4j.application.view.Views;
import org.contacts4j.application.webhook.Deliveries;
import org.contacts4j.application.webhook.Webhooks;
import org.contacts4j.domain.id.OrganizationId;

/** The records of a {@link Store} within one unit of work. Not usable after that work. Not thread-safe. */
public interface Transaction {

    Contacts contacts();

    Companies companies();

    ContactEvents events();

    Links links();

    Comments comments();

    Attachments attachments();

    UnreferencedContents unreferencedContents();

    ContentParts contentParts();

    /** Returns the organizations with content that is marked for deletion, or unreferenced since before this time. */
    List<OrganizationId> organizationsWithUnreferencedContents(Instant before);

    Members members();

    Teams teams();

    MatchCandidates matchCandidates();

    ImportJobs importJobs();

    /** Returns the organizations with unfinished imports that no node is working on at this time. */
    List<OrganizationId> organizationsWithImports(Instant now);

    /** Returns the organizations with imports that ended before this time. */
    List<OrganizationId> organizationsWithOldImports(Instant time);

    CustomFieldDefinitions customFields();

    CustomFieldFolders customFieldFolders();

    Views views();

    Tags tags();

    CustomValues customValues();

    Webhooks webhooks();

    Deliveries deliveries();

    /** Returns the organizations with a due delivery to an active webhook that no node holds at this time. */
    List<OrganizationId> organizationsWithDueDeliveries(Instant now);

    /** Returns the organizations with deliveries of events before this time. */
    List<OrganizationId> organizationsWithDeliveriesBefore(Instant time);
}
