package org.contacts4j.application.tag;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.contacts4j.application.CurrentStore;
import org.contacts4j.application.Ids;
import org.contacts4j.application.Transaction;
import org.contacts4j.application.audit.AuditTrail;
import org.contacts4j.application.contact.write.ContactChanges;
import org.contacts4j.application.contact.write.VisibleContacts;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.audit.AuditAction;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.id.TagId;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.domain.organization.Visibility;
import org.contacts4j.domain.patch.Patch;
import org.contacts4j.domain.patch.Precondition;
import org.contacts4j.domain.tag.Tag;
import org.contacts4j.domain.validation.Faults;
import org.jspecify.annotations.Nullable;

/** Manages the tags of an organization, and adds and removes tags of contacts. */
public final class TagService {

    /** The maximum number of tags in a list. */
    public static final int LIMIT = 10_000;

    private static final int BATCH = 500;

    private final CurrentStore store;
    private final Clock clock;
    private final Ids ids;
    private final AuditTrail trail;

    public TagService(CurrentStore store, Clock clock, Ids ids, AuditTrail trail) {
        this.store = store;
        this.clock = clock;
        this.ids = ids;
        this.trail = trail;
    }

    /** Returns the tags that the caller can see, by name, each with its number of contacts that the caller can see. */
    public Found list(Caller caller) {
        List<CountedTag> tags =
                store.readReplica(caller, tx -> tx.tags().list(caller.organization(), caller.visibility(), LIMIT + 1));
        boolean truncated = tags.size() > LIMIT;
        return new Found(truncated ? tags.subList(0, LIMIT) : tags, truncated);
    }

    /**
     * Creates a tag, regardless of whether any contact has it.
     *
     * @throws ContactsFailure.Invalid if the name is blank or too long
     */
    public Saved create(Caller caller, String name) {
        caller.requireWrite();
        Faults faults = new Faults();
        Tag tag = Tag.named(caller.organization(), Tag.checkedName(name, "name", faults), clock.instant());
        faults.throwIfAny();
        return store.write(caller, tx -> {
            Optional<CountedTag> known = tx.tags().find(caller.organization(), caller.visibility(), tag.id());
            tx.tags().declare(caller.organization(), tag);
            return new Saved(
                    tx.tags()
                            .find(caller.organization(), caller.visibility(), tag.id())
                            .orElseThrow(),
                    known.isEmpty());
        });
    }

    /**
     * Removes the tag from all contacts and deletes it. Contacts are updated in batches, each in its own transaction,
     * and the tag is deleted last. An interrupted deletion leaves the tag, and can be repeated.
     *
     * @throws ContactsFailure.NotFound if the tag does not exist
     * @throws ContactsFailure.Forbidden if the caller cannot see all affected contacts
     */
    public void remove(Caller caller, TagId id) {
        caller.requireWrite();
        caller.requireFullVisibility("Removing a tag");
        Tag tag = store.read(tx -> tx.tags().find(caller.organization(), Visibility.everything(), id))
                .orElseThrow(() -> new ContactsFailure.NotFound("tag"))
                .tag();
        Optional<ContactId> last = Optional.empty();
        do {
            @Nullable ContactId after = last.orElse(null);
            last = store.write(caller, tx -> removeFromBatch(tx, caller, tag.name(), after));
        } while (last.isPresent());
        store.write(caller, tx -> {
            tx.tags().delete(caller.organization(), id);
            trail.append(tx, caller, AuditAction.TAG_DELETED, id);
            return tag;
        });
    }

    /**
     * Adds these tags to the contact.
     *
     * @throws ContactsFailure.ContactNotFound if the contact does not exist or is hidden from the caller
     * @throws ContactsFailure.Stale if the version does not meet the precondition
     * @throws ContactsFailure.Invalid listing every validation error
     */
    public Contact addTo(Caller caller, ContactId contact, List<String> tags, Precondition precondition) {
        caller.requireWrite();
        Faults faults = new Faults();
        List<String> checked = IntStream.range(0, tags.size())
                .mapToObj(i -> Tag.checkedName(tags.get(i), "tags[" + i + "]", faults))
                .toList();
        faults.throwIfAny();
        return updateTags(
                caller,
                contact,
                precondition,
                before -> Stream.concat(before.stream(), checked.stream()).toList());
    }

    /**
     * Removes a tag from the contact, if present.
     *
     * @throws ContactsFailure.ContactNotFound if the contact does not exist or is hidden from the caller
     * @throws ContactsFailure.Stale if the version does not meet the precondition
     */
    public Contact removeFrom(Caller caller, ContactId contact, String tag, Precondition precondition) {
        caller.requireWrite();
        return updateTags(caller, contact, precondition, before -> without(tag, before));
    }

    /**
     * A list of tags.
     *
     * @param truncated whether there are more than {@link #LIMIT}
     */
    public record Found(List<CountedTag> tags, boolean truncated) {}

    /**
     * A saved tag.
     *
     * @param created whether the tag was created
     */
    public record Saved(CountedTag tag, boolean created) {}

    private Contact updateTags(
            Caller caller, ContactId id, Precondition precondition, UnaryOperator<List<String>> change) {
        return store.write(caller, tx -> {
            VisibleContacts visible = new VisibleContacts(tx, caller);
            Contact before = visible.locked(id);
            precondition.check(before.revision());
            return visible.shown(retagged(tx, caller, before, change.apply(before.tags())));
        });
    }

    /** Removes the tag from one batch of contacts. Returns the last one, or empty if there were none. */
    private Optional<ContactId> removeFromBatch(Transaction tx, Caller caller, String tag, @Nullable ContactId after) {
        List<Contact> tagged = tx.contacts().lockTagged(caller.organization(), tag, after, BATCH);
        for (Contact contact : tagged) {
            retagged(tx, caller, contact, without(tag, contact.tags()));
        }
        return tagged.isEmpty()
                ? Optional.empty()
                : Optional.of(tagged.get(tagged.size() - 1).id());
    }

    private Contact retagged(Transaction tx, Caller caller, Contact before, List<String> tags) {
        Contact after = before.apply(Patch.of(ContactField.TAGS, tags), caller.member(), clock.instant());
        if (!after.equals(before)) {
            new ContactChanges(tx, caller, ids).updated(before, after);
        }
        return after;
    }

    private static List<String> without(String tag, List<String> tags) {
        String key = TagId.keyOf(tag);
        return tags.stream().filter(other -> !TagId.keyOf(other).equals(key)).toList();
    }
}
