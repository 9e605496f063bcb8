package org.contacts4j.application;

import java.time.Clock;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.contacts4j.application.attachment.AttachmentLimits;
import org.contacts4j.application.attachment.AttachmentService;
import org.contacts4j.application.attachment.ContentSweep;
import org.contacts4j.application.attachment.Contents;
import org.contacts4j.application.attachment.ContentsInStore;
import org.contacts4j.application.card.CardService;
import org.contacts4j.application.comment.CommentService;
import org.contacts4j.application.company.CompanyService;
import org.contacts4j.application.contact.CompanyContactService;
import org.contacts4j.application.contact.ContactFinder;
import org.contacts4j.application.contact.ContactService;
import org.contacts4j.application.contact.EmailRule;
import org.contacts4j.application.contact.write.ContactWrites;
import org.contacts4j.application.customfield.CustomFieldFolderService;
import org.contacts4j.application.customfield.CustomFieldService;
import org.contacts4j.application.customvalue.CustomValueService;
import org.contacts4j.application.filter.FilterService;
import org.contacts4j.application.importing.ImportJobService;
import org.contacts4j.application.importing.ImportQueue;
import org.contacts4j.application.importing.ImportService;
import org.contacts4j.application.link.LinkService;
import org.contacts4j.application.link.Links;
import org.contacts4j.application.member.Directory;
import org.contacts4j.application.member.MemberService;
import org.contacts4j.application.member.TeamService;
import org.contacts4j.application.tag.TagService;
import org.contacts4j.application.view.ViewService;
import org.contacts4j.application.webhook.DeliveryDispatch;
import org.contacts4j.application.webhook.WebhookQueue;
import org.contacts4j.application.webhook.WebhookService;
import org.jspecify.annotations.Nullable;

/**
 * Contacts4J over one store, the entry point for embedding applications. Thread-safe. Create one instance and reuse it.
 *
 * @param contacts creates, changes, deletes and lists contacts
 * @param finder finds contacts by company, department, manager and preferred method
 * @param companyContacts manages contacts together with their place in their company
 * @param companies manages the companies that contacts belong to
 * @param links manages links from contacts to records of other systems
 * @param comments manages comments on contacts
 * @param cards returns contacts with their comments, attachments and links
 * @param attachments manages files attached to contacts
 * @param attachmentLimits the size limits of attachments
 * @param contentSweep deletes content that no attachment references; run it periodically
 * @param members manages the names of members
 * @param teams manages the names of teams and their members
 * @param customFields manages an organization's custom field definitions
 * @param customFieldFolders manages the folders of custom fields
 * @param tags manages an organization's tags and the tags of contacts
 * @param customValues manages texts for templates and renders templates
 * @param filters parses filters from clients
 * @param views manages the saved views of an organization
 * @param imports imports rows as contacts
 * @param importJobs runs imports in the background, after the request that submitted them
 * @param importQueue lists the organizations with waiting imports
 * @param webhooks manages an organization's webhooks and their deliveries
 * @param webhookDispatch hands out due deliveries to dispatchers
 * @param webhookQueue lists the organizations with due deliveries
 * @param listeners the in-process listeners for contact events
 */
public record Contacts4J(
        ContactService contacts,
        ContactFinder finder,
        CompanyContactService companyContacts,
        CompanyService companies,
        LinkService links,
        CommentService comments,
        CardService cards,
        AttachmentService attachments,
        AttachmentLimits attachmentLimits,
        ContentSweep contentSweep,
        MemberService members,
        TeamService teams,
        CustomFieldService customFields,
        CustomFieldFolderService customFieldFolders,
        TagService tags,
        CustomValueService customValues,
        FilterService filters,
        ViewService views,
        ImportService imports,
        ImportJobService importJobs,
        ImportQueue importQueue,
        WebhookService webhooks,
        DeliveryDispatch webhookDispatch,
        WebhookQueue webhookQueue,
        ContactListeners listeners) {

    /**
     * Creates an instance over this store, with this clock and this source of randomness for ids. Times have
     * millisecond precision, as in responses.
     */
    public static Contacts4J over(Store store, Clock clock, RandomGenerator random) {
        return over(store, null, new ContentsInStore(store), AttachmentLimits.DEFAULT, EmailRule.SHARED, clock, random);
    }

    /** Creates an instance that reads and writes links through {@code links} instead of the store. */
    public static Contacts4J over(Store store, Links links, Clock clock, RandomGenerator random) {
        return over(
                store, links, new ContentsInStore(store), AttachmentLimits.DEFAULT, EmailRule.SHARED, clock, random);
    }

    /**
     * Creates an instance that stores attachment content in {@code contents} instead of the store, within these limits.
     */
    public static Contacts4J over(
            Store store, Contents contents, AttachmentLimits limits, Clock clock, RandomGenerator random) {
        return over(store, null, contents, limits, EmailRule.SHARED, clock, random);
    }

    /**
     * Creates an instance with explicit settings.
     *
     * @param links null for the links of the store
     * @param emails whether contacts of one organization may share an e-mail address
     */
    public static Contacts4J over(
            Store kept,
            @Nullable Links links,
            Contents contents,
            AttachmentLimits limits,
            EmailRule emails,
            Clock clock,
            RandomGenerator random) {
        ContactListeners listeners = new ContactListeners();
        Store store = new NotifyingStore(kept, listeners);
        Clock millis = Clock.tick(clock, Duration.ofMillis(1));
        Ids ids = new TimeOrderedIds(millis, random);
        FilterService filters = new FilterService(store);
        Directory directory = new Directory(store);
        ContactWrites writes = new ContactWrites(store, millis, ids, directory, emails);
        ImportService imports = new ImportService(store, millis, ids, directory, emails);
        return new Contacts4J(
                new ContactService(store, millis, ids, writes),
                new ContactFinder(store),
                new CompanyContactService(store, writes, millis, ids),
                new CompanyService(store, millis, ids),
                new LinkService(store, links, millis, ids),
                new CommentService(store, millis, ids),
                new CardService(store, links),
                new AttachmentService(store, contents, limits, writes, millis, ids),
                limits,
                new ContentSweep(store, contents, millis),
                new MemberService(store, directory),
                new TeamService(store),
                new CustomFieldService(store, millis, ids),
                new CustomFieldFolderService(store, ids),
                new TagService(store, millis, ids),
                new CustomValueService(store, millis),
                filters,
                new ViewService(store, ids, filters),
                imports,
                new ImportJobService(store, millis, ids, imports),
                new ImportQueue(store, millis),
                new WebhookService(store, millis, ids, random),
                new DeliveryDispatch(store, millis, ids, random),
                new WebhookQueue(store, millis),
                listeners);
    }
}
