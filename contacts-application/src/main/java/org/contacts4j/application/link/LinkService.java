package org.contacts4j.application.link;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.contacts4j.application.CurrentStore;
import org.contacts4j.application.Ids;
import org.contacts4j.application.Transaction;
import org.contacts4j.application.audit.AuditTrail;
import org.contacts4j.application.contact.write.VisibleContacts;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.audit.AuditAction;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.id.LinkId;
import org.contacts4j.domain.link.Link;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.domain.patch.Patch;
import org.jspecify.annotations.Nullable;

/** Manages links from contacts to records of other systems. A caller who can see a contact can see its links. */
public final class LinkService {

    private final CurrentStore store;
    private final @Nullable Links elsewhere;
    private final Clock clock;
    private final Ids ids;
    private final AuditTrail trail;

    /**
     * Creates a service.
     *
     * @param elsewhere the external source of links; null for the links of the store
     */
    public LinkService(CurrentStore store, @Nullable Links elsewhere, Clock clock, Ids ids, AuditTrail trail) {
        this.store = store;
        this.elsewhere = elsewhere;
        this.clock = clock;
        this.ids = ids;
        this.trail = trail;
    }

    /**
     * Returns the links of the contact in creation order.
     *
     * @throws ContactsFailure.ContactNotFound if the contact does not exist or is hidden from the caller
     */
    public List<Link> list(Caller caller, ContactId contact) {
        return reading(caller, contact, links -> links.of(caller.organization(), contact));
    }

    /**
     * Links the contact to a record of another system. If such a link exists, changes the fields in the patch and
     * leaves all others unchanged.
     *
     * @throws ContactsFailure.ContactNotFound if the contact does not exist or is hidden from the caller
     * @throws ContactsFailure.Invalid listing every validation error, or if the contact has too many links
     */
    public Saved save(Caller caller, ContactId contact, Patch<Link> fields) {
        caller.requireWrite();
        return writing(caller, contact, links -> {
            List<Link> kept = links.lock(caller.organization(), contact);
            Optional<Link> before =
                    kept.stream().filter(link -> link.matchesRecord(fields)).findFirst();
            return before.isPresent()
                    ? update(links, caller, before.get(), fields)
                    : insert(links, caller, contact, fields, kept.size());
        });
    }

    /**
     * Deletes a link.
     *
     * @throws ContactsFailure.ContactNotFound if the contact does not exist or is hidden from the caller
     * @throws ContactsFailure.NotFound if the contact has no such link
     */
    public void remove(Caller caller, ContactId contact, LinkId id) {
        caller.requireWrite();
        if (elsewhere != null) {
            delete(afterCheck(caller, contact, elsewhere), caller, contact, id);
        }
        store.write(caller, tx -> {
            if (elsewhere == null) {
                delete(linksIn(tx, caller, contact), caller, contact, id);
            }
            trail.append(tx, caller, AuditAction.LINK_DELETED, id);
            return id;
        });
    }

    /**
     * A saved link.
     *
     * @param created whether the link was created
     */
    public record Saved(Link link, boolean created) {}

    private static void delete(Links links, Caller caller, ContactId contact, LinkId id) {
        List<Link> kept = links.lock(caller.organization(), contact);
        if (kept.stream().noneMatch(link -> link.id().equals(id))) {
            throw new ContactsFailure.NotFound("link");
        }
        links.delete(caller.organization(), contact, id);
    }

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
                ? store.write(caller, tx -> work.apply(linksIn(tx, caller, contact)))
                : work.apply(afterCheck(caller, contact, elsewhere));
    }

    private static Links linksIn(Transaction tx, Caller caller, ContactId contact) {
        new VisibleContacts(tx, caller).require(contact);
        return tx.links();
    }

    /** Checks the contact first, so that no transaction stays open while the external source is called. */
    private Links afterCheck(Caller caller, ContactId contact, Links links) {
        return store.read(tx -> {
            new VisibleContacts(tx, caller).require(contact);
            return links;
        });
    }
}
