package org.contacts4j.application;

import java.util.List;
import java.util.function.Consumer;
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

/** The records of a {@link Store} within one unit of work. Not usable after that work. Not thread-safe. */
public interface Transaction {

    Contacts contacts();

    Companies companies();

    ContactEvents events();

    /** Returns the events that this transaction has appended so far, including those of {@link Contacts}, in order. */
    List<ContactEvents.Appended> appendedEvents();

    /** Returns whether this transaction has written anything so far; true also when that is not certain. */
    boolean hasChanges();

    /**
     * Receives the position after the commit of this transaction. Never called by a store without replicas, or after a
     * rollback.
     */
    default void onCommit(Consumer<ReadPosition> listener) {}

    Links links();

    Comments comments();

    Attachments attachments();

    UnreferencedContents unreferencedContents();

    ContentParts contentParts();

    Members members();

    Teams teams();

    MatchCandidates matchCandidates();

    ImportJobs importJobs();

    ImportChanges importChanges();

    ImportWarnings importWarnings();

    CustomFieldDefinitions customFields();

    CustomFieldFolders customFieldFolders();

    Views views();

    Tags tags();

    CustomValues customValues();

    Webhooks webhooks();

    Deliveries deliveries();

    IdempotencyRecords idempotencyRecords();

    ApiKeys apiKeys();

    TokenRevocations tokenRevocations();

    AuditLog auditLog();

    WorkQueue workQueue();
}
