package org.contacts4j.inmemory;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.contacts4j.application.importing.FailedRow;
import org.contacts4j.application.importing.ImportId;
import org.contacts4j.domain.attachment.Attachment;
import org.contacts4j.domain.comment.Comment;
import org.contacts4j.domain.company.Company;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactEvent;
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
import org.contacts4j.domain.view.SavedViews;
import org.contacts4j.domain.webhook.Delivery;
import org.jspecify.annotations.Nullable;

/** The stored records of one organization and their indexes. Guarded by the store's lock. */
final class Records {

    final Map<ContactId, Contact> contacts = new HashMap<>();
    final Map<String, ContactId> contactCodes = new HashMap<>();
    final Map<ContactId, Set<String>> formerKeys = new HashMap<>();
    final NavigableMap<Key, ContactId> contactsOfCompanies = new TreeMap<>();
    final NavigableMap<Key, ContactId> reportsOfManagers = new TreeMap<>();
    final NavigableMap<Key, ContactEvent> eventsOfContacts = new TreeMap<>();
    final NavigableMap<Key, Link> linksOfContacts = new TreeMap<>();
    final Map<CommentId, Comment> comments = new HashMap<>();
    final NavigableMap<Key, Comment> commentsOfContacts = new TreeMap<>();
    final Map<AttachmentId, Attachment> attachments = new HashMap<>();
    final Map<AttachmentId, InMemoryUnreferencedContents.Note> unreferencedContents = new HashMap<>();
    final Map<AttachmentId, NavigableMap<Integer, byte[]>> contents = new HashMap<>();
    final NavigableMap<String, Member> members = new TreeMap<>();
    final NavigableMap<String, Team> teams = new TreeMap<>();
    final Map<CompanyId, Company> companies = new HashMap<>();
    final Map<String, CompanyId> companyCodes = new HashMap<>();
    final Map<CustomFieldId, CustomField> customFields = new HashMap<>();
    final Map<String, CustomField> deletedCustomFields = new HashMap<>();
    final Map<CustomFieldFolderId, CustomFieldFolder> customFieldFolders = new HashMap<>();
    final Map<OrganizationId, SavedViews> views = new HashMap<>();
    final Map<TagId, InMemoryTags.Known> tags = new HashMap<>();
    final NavigableMap<String, CustomValue> customValues = new TreeMap<>();
    final Map<ImportId, InMemoryImportJobs.Held> imports = new HashMap<>();
    final NavigableMap<Key, byte[]> importParts = new TreeMap<>();
    final NavigableMap<Key, FailedRow> importFailures = new TreeMap<>();
    final Map<WebhookId, InMemoryWebhooks.Held> webhooks = new HashMap<>();
    final Map<DeliveryId, Delivery> deliveries = new HashMap<>();

    /** Matches contacts visible under the given visibility. */
    Predicate<Contact> shownTo(Visibility visibility) {
        Set<TeamId> memberships = visibility instanceof Visibility.AssignedTo only ? teamsOf(only.member()) : Set.of();
        return contact -> visibility.shows(
                contact.assignment().members(), contact.assignment().teams(), memberships);
    }

    /** Removes a company's primary contact if it is not visible. */
    UnaryOperator<Company> seenCompany(Visibility visibility) {
        Predicate<@Nullable ContactId> hidden = hiddenFrom(visibility);
        return company -> hidden.test(company.primaryContactId()) ? company.withoutPrimaryContact() : company;
    }

    /** Removes a contact's manager if the manager is not visible. */
    UnaryOperator<Contact> seenContact(Visibility visibility) {
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
}
