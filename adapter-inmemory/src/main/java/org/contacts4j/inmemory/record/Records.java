package org.contacts4j.inmemory.record;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.contacts4j.application.idempotency.IdempotencyRecord;
import org.contacts4j.application.importing.FailedRow;
import org.contacts4j.application.importing.ImportId;
import org.contacts4j.application.importing.ImportJob;
import org.contacts4j.application.importing.undo.ImportChanges;
import org.contacts4j.application.importing.undo.KeptContact;
import org.contacts4j.application.importing.warning.WarningOfJob;
import org.contacts4j.domain.access.ApiKey;
import org.contacts4j.domain.access.ApiKeyId;
import org.contacts4j.domain.access.TokenRevocation;
import org.contacts4j.domain.access.TokenRevocationId;
import org.contacts4j.domain.attachment.Attachment;
import org.contacts4j.domain.audit.AuditEntry;
import org.contacts4j.domain.comment.Comment;
import org.contacts4j.domain.company.Company;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.event.ContactEvent;
import org.contacts4j.domain.customfield.CustomField;
import org.contacts4j.domain.customfield.CustomFieldFolder;
import org.contacts4j.domain.customvalue.CustomValue;
import org.contacts4j.domain.id.AttachmentId;
import org.contacts4j.domain.id.CommentId;
import org.contacts4j.domain.id.CompanyId;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.id.CustomFieldFolderId;
import org.contacts4j.domain.id.CustomFieldId;
import org.contacts4j.domain.id.DeliveryId;
import org.contacts4j.domain.id.MemberId;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.id.TagId;
import org.contacts4j.domain.id.TeamId;
import org.contacts4j.domain.id.WebhookId;
import org.contacts4j.domain.link.Link;
import org.contacts4j.domain.member.Member;
import org.contacts4j.domain.member.Team;
import org.contacts4j.domain.organization.Visibility;
import org.contacts4j.domain.tag.Tag;
import org.contacts4j.domain.view.SavedViews;
import org.contacts4j.domain.webhook.Delivery;
import org.contacts4j.domain.webhook.Webhook;
import org.jspecify.annotations.Nullable;

/** The stored records of one organization and their indexes. Guarded by the store's lock. */
public final class Records {

    public final Map<ContactId, Contact> contacts = new HashMap<>();
    public final Map<String, ContactId> contactCodes = new HashMap<>();
    public final Map<ContactId, Set<String>> formerKeys = new HashMap<>();
    public final NavigableMap<Key, ContactId> contactsOfCompanies = new TreeMap<>();
    public final NavigableMap<Key, ContactId> reportsOfManagers = new TreeMap<>();
    public final NavigableMap<Key, ContactEvent> eventsOfContacts = new TreeMap<>();
    public final NavigableMap<Key, Link> linksOfContacts = new TreeMap<>();
    public final Map<CommentId, Comment> comments = new HashMap<>();
    public final NavigableMap<Key, Comment> commentsOfContacts = new TreeMap<>();
    public final Map<AttachmentId, Attachment> attachments = new HashMap<>();
    public final Map<AttachmentId, ContentNote> unreferencedContents = new HashMap<>();
    public final Map<AttachmentId, NavigableMap<Integer, byte[]>> contents = new HashMap<>();
    public final NavigableMap<String, Member> members = new TreeMap<>();
    public final NavigableMap<String, Team> teams = new TreeMap<>();
    public final Map<CompanyId, Company> companies = new HashMap<>();
    public final Map<String, CompanyId> companyCodes = new HashMap<>();
    public final Map<CustomFieldId, CustomField> customFields = new HashMap<>();
    public final Map<String, CustomField> deletedCustomFields = new HashMap<>();
    public final Map<CustomFieldFolderId, CustomFieldFolder> customFieldFolders = new HashMap<>();
    public final Map<OrganizationId, SavedViews> views = new HashMap<>();
    public final Map<TagId, KnownTag> tags = new HashMap<>();
    public final NavigableMap<String, CustomValue> customValues = new TreeMap<>();
    public final Map<ImportId, HeldImport> imports = new HashMap<>();
    public final NavigableMap<Key, byte[]> importParts = new TreeMap<>();
    public final NavigableMap<Key, FailedRow> importFailures = new TreeMap<>();
    public final NavigableMap<Key, ImportChanges.Created> importCreations = new TreeMap<>();
    public final NavigableMap<Key, List<UUID>> importUpdates = new TreeMap<>();
    public final NavigableMap<Key, List<UUID>> undoneEvents = new TreeMap<>();
    public final NavigableMap<Key, KeptContact.Reason> keptContacts = new TreeMap<>();
    public final NavigableMap<Key, WarningOfJob> importWarnings = new TreeMap<>();
    public final NavigableMap<String, IdempotencyRecord> idempotencyRecords = new TreeMap<>();
    public final Map<WebhookId, HeldWebhook> webhooks = new HashMap<>();
    public final Map<DeliveryId, Delivery> deliveries = new HashMap<>();
    public final Map<ApiKeyId, ApiKey> apiKeys = new HashMap<>();
    public final Map<TokenRevocationId, TokenRevocation> tokenRevocations = new HashMap<>();
    public final Map<UUID, AuditEntry> auditEntries = new HashMap<>();

    /** Matches contacts visible under the given visibility. */
    public Predicate<Contact> shownTo(Visibility visibility) {
        Set<TeamId> memberships = visibility instanceof Visibility.AssignedTo only ? teamsOf(only.member()) : Set.of();
        return contact -> visibility.shows(
                contact.assignment().members(), contact.assignment().teams(), memberships);
    }

    /** Removes a company's primary contact if it is not visible. */
    public UnaryOperator<Company> seenCompany(Visibility visibility) {
        Predicate<@Nullable ContactId> hidden = hiddenFrom(visibility);
        return company -> hidden.test(company.primaryContactId()) ? company.withoutPrimaryContact() : company;
    }

    /** Removes a contact's manager if the manager is not visible. */
    public UnaryOperator<Contact> seenContact(Visibility visibility) {
        Predicate<@Nullable ContactId> hidden = hiddenFrom(visibility);
        return contact -> hidden.test(contact.job().reportsTo()) ? contact.withoutManager() : contact;
    }

    private Predicate<@Nullable ContactId> hiddenFrom(Visibility visibility) {
        Predicate<Contact> shown = shownTo(visibility);
        return id -> {
            @Nullable Contact contact = id == null ? null : contacts.get(id);
            return contact != null && !shown.test(contact);
        };
    }

    private Set<TeamId> teamsOf(MemberId member) {
        return teams.values().stream()
                .filter(team -> team.members().contains(member))
                .map(Team::id)
                .collect(Collectors.toSet());
    }

    /**
     * A stored tag.
     *
     * @param declared whether every caller sees the tag, not only callers who see a contact that has it
     */
    public record KnownTag(Tag tag, boolean declared) {}

    /** A job with its lease holder and the time when the lease expires. */
    public record HeldImport(ImportJob job, UUID holder, Instant until) {

        public boolean isFree(Instant now) {
            return !until.isAfter(now) && !hasEnded();
        }

        public boolean endedBefore(Instant time) {
            return hasEnded() && job.updatedAt().isBefore(time);
        }

        public boolean hasEnded() {
            return job.state().hasEnded();
        }
    }

    /** A webhook with its lease holder and the time when the lease expires. */
    public record HeldWebhook(Webhook webhook, UUID holder, Instant until) {}

    /**
     * The record of unreferenced content.
     *
     * @param since the time the record was inserted
     * @param markedForDeletion whether the content is to be deleted
     */
    public record ContentNote(Instant since, boolean markedForDeletion) {

        public boolean isDue(Instant before) {
            return markedForDeletion || since.isBefore(before);
        }
    }
}
