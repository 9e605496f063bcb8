package org.contacts4j.application;

import java.time.Clock;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.contacts4j.application.company.CompanyService;
import org.contacts4j.application.contact.ContactFinder;
import org.contacts4j.application.contact.ContactService;
import org.contacts4j.application.customfield.CustomFieldFolderService;
import org.contacts4j.application.customfield.CustomFieldService;
import org.contacts4j.application.customvalue.CustomValueService;
import org.contacts4j.application.filter.FilterService;
import org.contacts4j.application.importing.ImportJobService;
import org.contacts4j.application.importing.ImportQueue;
import org.contacts4j.application.importing.ImportService;
import org.contacts4j.application.link.LinkService;
import org.contacts4j.application.link.Links;
import org.contacts4j.application.tag.TagService;
import org.contacts4j.application.view.ViewService;
import org.contacts4j.application.webhook.WebhookDispatch;
import org.contacts4j.application.webhook.WebhookQueue;
import org.contacts4j.application.webhook.WebhookService;
import org.jspecify.annotations.Nullable;

/**
 * Contacts4J over one store: the way in for an application that embeds it. Thread-safe; make one and keep it.
 *
 * @param contacts creates, changes, removes and lists contacts
 * @param finder finds contacts by company, department, manager and preferred method
 * @param companies keeps the companies that contacts belong to
 * @param links keeps links from contacts to records of other systems
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
        CompanyService companies,
        LinkService links,
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
        WebhookDispatch webhookDispatch,
        WebhookQueue webhookQueue,
        ContactListeners listeners) {

    /**
     * Everything that can be done with contacts in this store, by this clock and with ids from this source of randomness.
     * Times are kept to the millisecond, as they are shown.
     */
    public static Contacts4J over(Store store, Clock clock, RandomGenerator random) {
        return build(store, null, clock, random);
    }

    /** The same, but with links to records of other systems that are kept by {@code links} instead of the store. */
    public static Contacts4J over(Store store, Links links, Clock clock, RandomGenerator random) {
        return build(store, links, clock, random);
    }

    private static Contacts4J build(Store kept, @Nullable Links links, Clock clock, RandomGenerator random) {
        ContactListeners listeners = new ContactListeners();
        Store store = new ListenedStore(kept, listeners);
        Clock millis = Clock.tick(clock, Duration.ofMillis(1));
        Ids ids = new TimeOrderedIds(millis, random);
        FilterService filters = new FilterService(store);
        ImportService imports = new ImportService(store, millis, ids);
        return new Contacts4J(
                new ContactService(store, millis, ids),
                new ContactFinder(store),
                new CompanyService(store, millis, ids),
                new LinkService(store, links, millis, ids),
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
                new WebhookDispatch(store, millis, ids, random),
                new WebhookQueue(store, millis),
                listeners);
    }
}
