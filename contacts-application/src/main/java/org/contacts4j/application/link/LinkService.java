package org.contacts4j.application.link;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.contacts4j.application.Ids;
import org.contacts4j.application.Store;
import org.contacts4j.application.Transaction;
import org.contacts4j.application.contact.VisibleContacts;
import org.contacts4j.domain.ContactId;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.LinkId;
import org.contacts4j.domain.Patch;
import org.contacts4j.domain.link.Link;
import org.contacts4j.domain.organization.Caller;
import org.jspecify.annotations.Nullable;

/** Keeps the links from contacts to records of other systems. Whoever sees a contact sees its links. */
public final class LinkService {

    private final Store store;
    private final @Nullable Links elsewhere;
    private final Clock clock;
    private final Ids ids;

    /** The links that the store keeps; or those kept elsewhere, unless that is null. */
    public LinkService(Store store, @Nullable Links elsewhere, Clock clock, Ids ids) {
        this.store = store;
        this.elsewhere = elsewhere;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * The links of the contact, in the order they were made.
     *
     * @throws ContactsFailure.ContactNotFound when it is not there for this caller
     */
    public List<Link> list(Caller caller, ContactId contact) {
        return reading(caller, contact, links -> links.of(caller.organization(), contact));
    }

    /**
     * Links the contact to a record of another system. When it is linked to that record already, changes the fields that
     * the patch mentions and keeps all others.
     *
     * @throws ContactsFailure.ContactNotFound when it is not there for this caller
     * @throws ContactsFailure.Invalid naming every fault, or that the contact has too many links
     */
    public Saved save(Caller caller, ContactId contact, Patch<Link> fields) {
        caller.mustBeAbleToWrite();
        return writing(caller, contact, links -> {
            List<Link> kept = links.lock(caller.organization(), contact);
            Optional<Link> before =
                    kept.stream().filter(link -> link.isNamedBy(fields)).findFirst();
            return before.isPresent()
                    ? update(links, caller, before.get(), fields)
                    : insert(links, caller, contact, fields, kept.size());
        });
    }

    /**
     * Removes a link.
     *
     * @throws ContactsFailure.ContactNotFound when the contact is not there for this caller
     * @throws ContactsFailure.NotFound when the contact has no such link
     */
    public void remove(Caller caller, ContactId contact, LinkId id) {
        caller.mustBeAbleToWrite();
        writing(caller, contact, links -> {
            List<Link> kept = links.lock(caller.organization(), contact);
            if (kept.stream().noneMatch(link -> link.id().equals(id))) {
                throw new ContactsFailure.NotFound("link");
            }
            links.delete(caller.organization(), contact, id);
            return kept;
        });
    }

    /**
     * A link that was saved.
     *
     * @param created whether it was not there before
     */
    public record Saved(Link link, boolean created) {}

    private Saved update(Links links, Caller caller, Link before, Patch<Link> fields) {
        Link after = before.apply(fields, caller.member(), clock.instant());
        if (!after.equals(before)) {
            links.update(caller.organization(), after);
        }
        return new Saved(after, false);
    }

    private Saved insert(Links links, Caller caller, ContactId contact, Patch<Link> fields, int kept) {
        Link link = Link.create(new LinkId(ids.next()), contact, fields, caller.member(), clock.instant());
        if (kept >= Link.MAX_PER_CONTACT) {
            throw new ContactsFailure.Invalid(
                    "links", "must not be more than " + Link.MAX_PER_CONTACT + " of one contact; remove one first");
        }
        links.insert(caller.organization(), link);
        return new Saved(link, true);
    }

    private <T> T reading(Caller caller, ContactId contact, Function<Links, T> work) {
        return elsewhere == null
                ? store.read(tx -> work.apply(linksIn(tx, caller, contact)))
                : work.apply(afterCheck(caller, contact, elsewhere));
    }

    private <T> T writing(Caller caller, ContactId contact, Function<Links, T> work) {
        return elsewhere == null
                ? store.write(tx -> work.apply(linksIn(tx, caller, contact)))
                : work.apply(afterCheck(caller, contact, elsewhere));
    }

    private static Links linksIn(Transaction tx, Caller caller, ContactId contact) {
        new VisibleContacts(tx, caller).require(contact);
        return tx.links();
    }

    /** The contact is looked for first: no transaction is kept open while another system is asked. */
    private Links afterCheck(Caller caller, ContactId contact, Links links) {
        return store.read(tx -> {
            new VisibleContacts(tx, caller).require(contact);
            return links;
        });
    }
}
