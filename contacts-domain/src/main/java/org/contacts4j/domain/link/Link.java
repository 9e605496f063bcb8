package org.contacts4j.domain.link;

import java.math.BigDecimal;
import java.time.Instant;
import org.contacts4j.domain.ContactId;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.Faults;
import org.contacts4j.domain.LinkId;
import org.contacts4j.domain.MemberId;
import org.contacts4j.domain.Patch;
import org.contacts4j.domain.Revision;
import org.jspecify.annotations.Nullable;

/**
 * A record of another system that belongs to a contact, as far as it is worth showing here. A contact has one link at
 * most to a record of this type and external id.
 *
 * @param externalId what the other system calls its record
 * @param status where the record stands, in the other system's words
 * @param url where people find the record
 * @param amount what the record is worth, in {@code currency}; exact
 * @param currency an ISO 4217 code; there whenever the amount is
 */
public record Link(
        LinkId id,
        ContactId contactId,
        LinkType type,
        String externalId,
        @Nullable String title,
        @Nullable String status,
        @Nullable String url,
        @Nullable BigDecimal amount,
        @Nullable String currency,
        Revision revision) {

    /** The most links that a contact has. */
    public static final int MAX_PER_CONTACT = 500;

    /**
     * A new link with the fields that the patch sets.
     *
     * @throws ContactsFailure.Invalid naming every fault
     */
    public static Link create(LinkId id, ContactId contact, Patch<Link> fields, MemberId by, Instant at) {
        return edit(new LinkDraft(), fields).toLink(id, contact, Revision.first(by, at));
    }

    /**
     * This link with the patch applied; itself when the patch changes nothing.
     *
     * @throws ContactsFailure.Invalid naming every fault
     */
    public Link apply(Patch<Link> patch, MemberId by, Instant at) {
        LinkDraft draft = edit(new LinkDraft(this), patch);
        Link patched = draft.toLink(id, contactId, revision);
        return patched.equals(this) ? this : draft.toLink(id, contactId, revision.next(by, at));
    }

    /** Whether the patch speaks of the record that this link points to. */
    public boolean isNamedBy(Patch<Link> patch) {
        @Nullable String sent = patch.changeOf(LinkField.EXTERNAL_ID).valueOrNull();
        return type == patch.changeOf(LinkField.TYPE).valueOrNull() && sent != null && externalId.equals(sent.strip());
    }

    /** Whether both point to the same record from the same contact: a contact never has two such links. */
    public boolean isTwinOf(Link other) {
        return contactId.equals(other.contactId) && type == other.type && externalId.equals(other.externalId);
    }

    private static LinkDraft edit(LinkDraft draft, Patch<Link> patch) {
        Faults faults = new Faults();
        faults.addAll(patch.faults());
        LinkField.all().forEach(field -> field.applyTo(patch, draft, faults));
        draft.finish(faults);
        faults.throwIfAny();
        return draft;
    }
}
