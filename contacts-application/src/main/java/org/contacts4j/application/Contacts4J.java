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
import org.contacts4j.application.contact.ContactFinder;
import org.contacts4j.application.contact.ContactService;
import org.contacts4j.application.contact.EmailRule;
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
import org.contacts4j.application.staff.CompanyContactService;
import org.contacts4j.application.tag.TagService;
import org.contacts4j.application.view.ViewService;
import org.contacts4j.application.webhook.DeliveryDispatch;
import org.contacts4j.application.webhook.WebhookQueue;
import org.contacts4j.application.webhook.WebhookService;
import org.jspecify.annotations.Nullable;

/**
 * Contacts4J over one store: the way in for an application that embeds it. Thread-safe; make one and keep it.
 *
 * @param contacts creates, changes, removes and lists contacts
 * @param finder finds contacts by company, department, manager and preferred method
 * @param staff keeps contacts together with their place in their company
 * @param companies keeps the companies that contacts belong to
 * @param links keeps links from contacts to records of other systems
 * @param comments keeps what people write about contacts
 * @param cards shows contacts with everything around them
 * @param attachments keeps files with contacts
 * @param attachmentLimits how much may be attached
 * @param contentSweep removes content that no attachment has any more; to be run now and then
 * @param members keeps the names of members
 * @param teams keeps the names of teams, and who is in them
 * @param customFields defines the fields that an organisation gives its contacts
 * @param customFieldFolders keeps the folders that custom fields are sorted into
 * @param tags keeps the tags of an organisation, and puts them on contacts
 * @param customValues keeps texts for templates, and fills templates with them
 * @param filters reads the filters that somebody sent
 * @param views keeps the searches that an organisation has saved
 * @param imports makes contacts of many rows
 * @param importJobs runs imports after their senders have gone
 * @param importQueue says for whom an import waits to be run
 * @param webhooks keeps the webhooks of an organisation, and their messages
 * @param webhookDispatch hands messages to whoever sends them
 * @param webhookQueue says for whom messages wait to be sent
 * @param listeners are told in this process of what happens to contacts
 */
public record Contacts4J(
        ContactService contacts,
        ContactFinder finder,
        CompanyContactService staff,
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
     * Everything that can be done with contacts in this store, by this clock and with ids from this source of randomness.
     * Times are kept to the millisecond, as they are shown.
     */
    public static Contacts4J over(Store store, Clock clock, RandomGenerator random) {
        return over(store, null, new ContentsInStore(store), AttachmentLimits.DEFAULT, EmailRule.SHARED, clock, random);
    }

    /** The same, but with links to records of other systems that are kept by {@code links} instead of the store. */
    public static Contacts4J over(Store store, Links links, Clock clock, RandomGenerator random) {
        return over(
                store, links, new ContentsInStore(store), AttachmentLimits.DEFAULT, EmailRule.SHARED, clock, random);
    }

    /** The same, but with the content of attachments in {@code contents} instead of the store, and within these limits. */
    public static Contacts4J over(
            Store store, Contents contents, AttachmentLimits limits, Clock clock, RandomGenerator random) {
        return over(store, null, contents, limits, EmailRule.SHARED, clock, random);
    }

    /**
     * The same, with everything said.
     *
     * @param links null for those that the store keeps
     * @param emails whether contacts of one organisation may have an e-mail address in common
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
        Store store = new ListenedStore(kept, listeners);
        Clock millis = Clock.tick(clock, Duration.ofMillis(1));
        Ids ids = new TimeOrderedIds(millis, random);
        FilterService filters = new FilterService(store);
        Directory directory = new Directory(store);
        ContactService contacts = new ContactService(store, millis, ids, directory, emails);
        ImportService imports = new ImportService(store, millis, ids, directory, emails);
        return new Contacts4J(
                contacts,
                new ContactFinder(store),
                new CompanyContactService(store, contacts, millis, ids),
                new CompanyService(store, millis, ids),
                new LinkService(store, links, millis, ids),
                new CommentService(store, millis, ids),
                new CardService(store, links),
                new AttachmentService(store, contents, limits, contacts, millis, ids),
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
