package org.contacts4j.domain.link;

import java.math.BigDecimal;
import java.time.Instant;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.Revision;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.id.LinkId;
import org.contacts4j.domain.id.MemberId;
import org.contacts4j.domain.patch.Draft;
import org.contacts4j.domain.patch.FieldValues;
import org.contacts4j.domain.patch.Patch;
import org.jspecify.annotations.Nullable;

/**
 * A reference from a contact to a record of another system, with the record's key data. A contact has at most one link
 * per type and external id.
 *
 * @param externalId the record's id in the other system
 * @param status the record's status, in the other system's terms
 * @param url the web page of the record
 * @param amount the monetary value of the record, in {@code currency}; exact
 * @param currency an ISO 4217 code; not null if the amount is set
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

    /** The maximum number of links of a contact. */
    public static final int MAX_PER_CONTACT = 500;

    /**
     * Returns a new link with the fields that the patch sets.
     *
     * @throws ContactsFailure.Invalid with every validation error
     */
    public static Link create(LinkId id, ContactId contact, Patch<Link> fields, MemberId by, Instant at) {
        return of(id, contact, LinkField.TABLE.apply(null, fields, Link::check), Revision.first(by, at));
    }

    /**
     * Returns this link with the patch applied; this instance if nothing changes.
     *
     * @throws ContactsFailure.Invalid with every validation error
     */
    public Link apply(Patch<Link> patch, MemberId by, Instant at) {
        FieldValues<Link> values = LinkField.TABLE.apply(this, patch, Link::check);
        return of(id, contactId, values, revision).equals(this)
                ? this
                : of(id, contactId, values, revision.next(by, at));
    }

    /** Returns whether the patch has the type and external id of this link. */
    public boolean matchesRecord(Patch<Link> patch) {
        @Nullable String sent = patch.changeOf(LinkField.EXTERNAL_ID).valueOrNull();
        return type == patch.changeOf(LinkField.TYPE).valueOrNull() && sent != null && externalId.equals(sent.strip());
    }

    /** Returns whether both links have the same contact, type and external id. Such links are duplicates. */
    public boolean isDuplicateOf(Link other) {
        return contactId.equals(other.contactId) && type == other.type && externalId.equals(other.externalId);
    }

    private static void check(Draft<Link> draft) {
        draft.requireSet(LinkField.TYPE, "is required");
        draft.requireSet(LinkField.EXTERNAL_ID, "is required");
        if (draft.get(LinkField.AMOUNT) != null) {
            draft.requireSet(LinkField.CURRENCY, "is required with an amount: an ISO 4217 code, such as EUR");
        }
    }

    private static Link of(LinkId id, ContactId contact, FieldValues<Link> values, Revision revision) {
        return new Link(
                id,
                contact,
                values.require(LinkField.TYPE),
                values.require(LinkField.EXTERNAL_ID),
                values.get(LinkField.TITLE),
                values.get(LinkField.STATUS),
                values.get(LinkField.URL),
                values.get(LinkField.AMOUNT),
                values.get(LinkField.CURRENCY),
                revision);
    }
}
