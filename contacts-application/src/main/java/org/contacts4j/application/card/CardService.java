package org.contacts4j.application.card;

import java.util.List;
import org.contacts4j.application.Store;
import org.contacts4j.application.Transaction;
import org.contacts4j.application.contact.ContactWithRelations;
import org.contacts4j.application.link.Links;
import org.contacts4j.application.page.Slice;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.attachment.Attachment;
import org.contacts4j.domain.comment.Comment;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.link.Link;
import org.contacts4j.domain.organization.Caller;
import org.jspecify.annotations.Nullable;

/** Returns contacts with their comments, attachments and links. Queries only the relations that the contact has. */
public final class CardService {

    /** The maximum number of comments on a card. */
    public static final int LIMIT = 1_000;

    private final Store store;
    private final @Nullable Links elsewhere;

    /**
     * Creates a service.
     *
     * @param elsewhere the external source of links; null for the links of the store
     */
    public CardService(Store store, @Nullable Links elsewhere) {
        this.store = store;
        this.elsewhere = elsewhere;
    }

    /**
     * Returns the contact with its comments, attachments and links.
     *
     * @throws ContactsFailure.ContactNotFound if the contact does not exist or is hidden from the caller
     */
    public ContactCard get(Caller caller, ContactId id) {
        OrganizationId organization = caller.organization();
        ContactCard kept = store.read(tx -> {
            ContactWithRelations found = tx.contacts()
                    .findWithRelations(organization, caller.visibility(), id)
                    .orElseThrow(ContactsFailure.ContactNotFound::new);
            List<Comment> comments = found.hasComments() ? comments(tx, organization, id) : List.of();
            List<Attachment> attachments =
                    found.hasAttachments() ? tx.attachments().of(organization, id) : List.of();
            List<Link> links =
                    found.hasLinks() && elsewhere == null ? tx.links().of(organization, id) : List.of();
            return new ContactCard(found.contact(), comments, attachments, links);
        });
        return elsewhere == null
                ? kept
                : new ContactCard(kept.contact(), kept.comments(), kept.attachments(), elsewhere.of(organization, id));
    }

    private static List<Comment> comments(Transaction tx, OrganizationId organization, ContactId id) {
        return tx.comments().page(organization, id, Slice.first(LIMIT)).items();
    }
}
