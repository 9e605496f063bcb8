package org.contacts4j.application;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.contacts4j.application.access.ApiKeyService;
import org.contacts4j.application.access.RevocationPurge;
import org.contacts4j.application.access.TokenRevocationService;
import org.contacts4j.application.attachment.AttachmentLimits;
import org.contacts4j.application.attachment.AttachmentService;
import org.contacts4j.application.attachment.ContentSweep;
import org.contacts4j.application.audit.AuditRetention;
import org.contacts4j.application.audit.AuditService;
import org.contacts4j.application.audit.AuditTrail;
import org.contacts4j.application.card.CardService;
import org.contacts4j.application.comment.CommentService;
import org.contacts4j.application.company.CompanyService;
import org.contacts4j.application.contact.CompanyContactService;
import org.contacts4j.application.contact.ContactFinder;
import org.contacts4j.application.contact.ContactService;
import org.contacts4j.application.contact.write.ContactWrites;
import org.contacts4j.application.customfield.CustomFieldFolderService;
import org.contacts4j.application.customfield.CustomFieldService;
import org.contacts4j.application.customvalue.CustomValueService;
import org.contacts4j.application.exporting.ExportService;
import org.contacts4j.application.filter.FilterService;
import org.contacts4j.application.idempotency.IdempotencyPurge;
import org.contacts4j.application.idempotency.IdempotencyService;
import org.contacts4j.application.importing.ImportJobRunner;
import org.contacts4j.application.importing.ImportJobService;
import org.contacts4j.application.importing.ImportQueue;
import org.contacts4j.application.importing.ImportService;
import org.contacts4j.application.importing.undo.ImportUndoRunner;
import org.contacts4j.application.importing.undo.ImportUndoService;
import org.contacts4j.application.link.LinkService;
import org.contacts4j.application.member.Directory;
import org.contacts4j.application.member.MemberService;
import org.contacts4j.application.member.TeamService;
import org.contacts4j.application.personaldata.PersonalDataService;
import org.contacts4j.application.tag.TagService;
import org.contacts4j.application.view.ViewService;
import org.contacts4j.application.webhook.DeliveryDispatch;
import org.contacts4j.application.webhook.WebhookQueue;
import org.contacts4j.application.webhook.WebhookService;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.domain.organization.ReadPosition;

/**
 * Contacts4J over one store: the entry point of an application. Create one instance, share it between threads, and close
 * it at the end.
 *
 * <pre>{@code
 * try (Contacts4J contacts4j = Contacts4J.builder(new InMemoryStore()).build()) {
 *     Caller caller = Caller.member("my-organization", "me");
 *     Contact ada = contacts4j.contacts().create(caller, Patch.of(ContactField.NAME, "Ada Lovelace"));
 * }
 * }</pre>
 *
 * <p>Each accessor returns the service of one feature, always the same instance. The first argument of every operation
 * is the {@link org.contacts4j.domain.organization.Caller Caller}. An operation that is rejected throws a {@link
 * org.contacts4j.domain.ContactsFailure ContactsFailure} and changes nothing. Arguments and results are null only where
 * they are marked so.
 *
 * <p>An instance runs no threads. {@link Workers} does what happens in the background.
 */
public final class Contacts4J implements AutoCloseable {

    private final Store store;
    private final CurrentStore current;
    private final AttachmentLimits attachmentLimits;
    private final ContactListeners listeners = new ContactListeners();
    private final ContactService contacts;
    private final ContactFinder finder;
    private final CompanyContactService companyContacts;
    private final CompanyService companies;
    private final LinkService links;
    private final CommentService comments;
    private final CardService cards;
    private final AttachmentService attachments;
    private final MemberService members;
    private final TeamService teams;
    private final CustomFieldService customFields;
    private final CustomFieldFolderService customFieldFolders;
    private final TagService tags;
    private final CustomValueService customValues;
    private final FilterService filters;
    private final ViewService views;
    private final ExportService exports;
    private final ImportService imports;
    private final ImportJobService importJobs;
    private final ImportUndoService importUndo;
    private final WebhookService webhooks;
    private final PersonalDataService personalData;
    private final IdempotencyService idempotency;
    private final ApiKeyService apiKeys;
    private final TokenRevocationService tokenRevocations;
    private final AuditService audit;
    private final Worker.Context workerContext;

    Contacts4J(Contacts4JBuilder settings) {
        store = settings.store;
        // Times have millisecond precision, as in responses.
        Clock clock = Clock.tick(settings.clock, Duration.ofMillis(1));
        attachmentLimits = settings.attachmentLimits;
        RandomGenerator random = settings.random;
        Ids ids = settings.ids == null ? new TimeOrderedIds(clock, random) : settings.ids;
        current = new CurrentStore(new NotifyingStore(store, listeners));
        Directory directory = new Directory(current);
        AuditTrail trail = new AuditTrail(clock, ids);
        ContactWrites writes = new ContactWrites(current, clock, ids, directory, settings.emails);
        contacts = new ContactService(current, clock, ids, writes, trail);
        finder = new ContactFinder(current);
        companyContacts = new CompanyContactService(current, writes, clock, ids);
        companies = new CompanyService(current, clock, ids, trail);
        links = new LinkService(current, settings.links, clock, ids, trail);
        comments = new CommentService(current, clock, ids, trail);
        cards = new CardService(current, settings.links);
        attachments = new AttachmentService(current, settings.contents, attachmentLimits, writes, clock, ids, trail);
        members = new MemberService(current, directory, trail);
        teams = new TeamService(current, trail);
        customFields = new CustomFieldService(current, clock, ids, trail);
        customFieldFolders = new CustomFieldFolderService(current, ids, trail);
        tags = new TagService(current, clock, ids, trail);
        customValues = new CustomValueService(current, clock, trail);
        filters = new FilterService(current);
        views = new ViewService(current, ids, filters, trail);
        exports = new ExportService(current, settings.contents, clock, trail);
        imports = new ImportService(current, clock, ids, directory, settings.emails, attachments, trail);
        importJobs = new ImportJobService(current, clock, ids, trail);
        importUndo = new ImportUndoService(current, importJobs, clock, trail);
        webhooks = new WebhookService(current, clock, ids, random, trail);
        apiKeys = new ApiKeyService(current, clock, ids, random, trail);
        tokenRevocations = new TokenRevocationService(current, clock, ids, trail);
        audit = new AuditService(current, trail);
        idempotency = new IdempotencyService(current, clock, ids);
        personalData = new PersonalDataService(current, settings.links, settings.contents, clock, ids, trail);
        workerContext = new Worker.Context(
                clock,
                listeners,
                new ContentSweep(store, settings.contents, clock),
                new IdempotencyPurge(store, clock),
                new ImportQueue(store, clock),
                new ImportJobRunner(
                        store, clock, ids, imports, new ImportUndoRunner(current, clock, ids, settings.emails, trail)),
                new WebhookQueue(store, clock),
                new DeliveryDispatch(store, clock, ids, random),
                new RevocationPurge(store, clock),
                new AuditRetention(store, clock));
    }

    /**
     * Returns a builder of an instance over this store. Without further settings, the store also holds the links and the
     * content of attachments, and contacts may share an e-mail address.
     */
    public static Contacts4JBuilder builder(Store store) {
        return new Contacts4JBuilder(store);
    }

    /**
     * Returns the position after all writes of this member through this instance; empty if the store has no replicas. The
     * member's lists on this instance contain these writes anyway. On another instance they do with {@link
     * Caller#readingFrom}.
     */
    public Optional<ReadPosition> readPosition(Caller caller) {
        return current.positionOf(caller);
    }

    /** Returns the service that creates, updates, deletes and lists contacts. */
    public ContactService contacts() {
        return contacts;
    }

    /** Returns the service that finds contacts by company, department, manager and preferred method of contact. */
    public ContactFinder finder() {
        return finder;
    }

    /** Returns the service for contacts together with their place in their company. */
    public CompanyContactService companyContacts() {
        return companyContacts;
    }

    /** Returns the service for the companies that contacts belong to. */
    public CompanyService companies() {
        return companies;
    }

    /** Returns the service for links from contacts to records of other systems. */
    public LinkService links() {
        return links;
    }

    /** Returns the service for comments on contacts. */
    public CommentService comments() {
        return comments;
    }

    /** Returns the service that reads contacts with their comments, attachments and links. */
    public CardService cards() {
        return cards;
    }

    /** Returns the service for files attached to contacts. */
    public AttachmentService attachments() {
        return attachments;
    }

    /** Returns the size limits of attachments. */
    public AttachmentLimits attachmentLimits() {
        return attachmentLimits;
    }

    /** Returns the service for the names of an organization's members. */
    public MemberService members() {
        return members;
    }

    /** Returns the service for the names of teams and their members. */
    public TeamService teams() {
        return teams;
    }

    /** Returns the service for the definitions of an organization's custom fields. */
    public CustomFieldService customFields() {
        return customFields;
    }

    /** Returns the service for the folders of custom fields. */
    public CustomFieldFolderService customFieldFolders() {
        return customFieldFolders;
    }

    /** Returns the service for an organization's tags and the tags of contacts. */
    public TagService tags() {
        return tags;
    }

    /** Returns the service for the texts that templates insert. */
    public CustomValueService customValues() {
        return customValues;
    }

    /** Returns the service that parses the filters of clients. */
    public FilterService filters() {
        return filters;
    }

    /** Returns the service for the saved views of an organization. */
    public ViewService views() {
        return views;
    }

    /** Returns the service that reads all contacts of a filter, page by page. */
    public ExportService exports() {
        return exports;
    }

    /** Returns the service that imports rows as contacts. */
    public ImportService imports() {
        return imports;
    }

    /** Returns the service for imports of files that {@link Workers} run in the background. */
    public ImportJobService importJobs() {
        return importJobs;
    }

    /** Returns the service that undoes imports. {@link Workers} run the undo. */
    public ImportUndoService importUndo() {
        return importUndo;
    }

    /** Returns the service for an organization's webhooks and their deliveries. */
    public WebhookService webhooks() {
        return webhooks;
    }

    /** Returns the service that collects and erases everything stored about a person. */
    public PersonalDataService personalData() {
        return personalData;
    }

    /** Returns the service that carries out a repeated request only once. */
    public IdempotencyService idempotency() {
        return idempotency;
    }

    /** Returns the service for the API keys of an organization. */
    public ApiKeyService apiKeys() {
        return apiKeys;
    }

    /** Returns the service that revokes the tokens of members. */
    public TokenRevocationService tokenRevocations() {
        return tokenRevocations;
    }

    /** Returns the service for the audit log of an organization. */
    public AuditService audit() {
        return audit;
    }

    /** Returns the listeners for contact events in this process. */
    public ContactListeners listeners() {
        return listeners;
    }

    Worker.Context workerContext() {
        return workerContext;
    }

    Store store() {
        return store;
    }

    /** Closes the store. Close the {@link Workers} of this instance first. */
    @Override
    public void close() {
        store.close();
    }
}
