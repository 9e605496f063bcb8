package org.contacts4j.application;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.random.RandomGenerator;
import org.contacts4j.application.attachment.AttachmentLimits;
import org.contacts4j.application.attachment.Contents;
import org.contacts4j.application.attachment.ContentsInStore;
import org.contacts4j.application.contact.EmailRule;
import org.contacts4j.application.link.Links;
import org.jspecify.annotations.Nullable;

/**
 * A builder of one {@link Contacts4J}. Not thread-safe.
 *
 * <pre>{@code
 * Contacts4J contacts4j = Contacts4J.builder(store)
 *         .attachments(new FolderContents(folder), AttachmentLimits.DEFAULT)
 *         .uniqueEmails()
 *         .build();
 * }</pre>
 */
public final class Contacts4JBuilder {

    final Store store;
    final RandomGenerator random = new SecureRandom();
    Contents contents;
    AttachmentLimits attachmentLimits = AttachmentLimits.DEFAULT;
    EmailRule emails = EmailRule.SHARED;
    Clock clock = Clock.systemUTC();

    @Nullable
    Links links;

    @Nullable
    Ids ids;

    Contacts4JBuilder(Store store) {
        this.store = store;
        this.contents = new ContentsInStore(store);
    }

    /** Sets the owner of the links of contacts, for applications that store opportunities or tasks themselves. */
    public Contacts4JBuilder links(Links links) {
        this.links = links;
        return this;
    }

    /** Sets the storage of the content of attachments, and their size limits. */
    public Contacts4JBuilder attachments(Contents contents, AttachmentLimits limits) {
        this.contents = contents;
        this.attachmentLimits = limits;
        return this;
    }

    /**
     * Rejects a contact with an e-mail address that another contact of the organization has. Contacts that shared an
     * address before keep it.
     */
    public Contacts4JBuilder uniqueEmails() {
        this.emails = EmailRule.UNIQUE;
        return this;
    }

    /** Sets the clock; the system clock by default. Times are stored with millisecond precision. */
    public Contacts4JBuilder clock(Clock clock) {
        this.clock = clock;
        return this;
    }

    /**
     * Sets the generator of ids; {@link TimeOrderedIds} with secure random bits by default. Lists in order of creation
     * are sorted by id, so later ids must be greater.
     */
    public Contacts4JBuilder ids(Ids ids) {
        this.ids = ids;
        return this;
    }

    /** Returns a new instance. It closes the store when it is closed. */
    public Contacts4J build() {
        return new Contacts4J(this);
    }
}
