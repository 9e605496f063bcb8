package org.contacts4j.jdbi.contact;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.id.TagId;
import org.contacts4j.jdbi.mapping.Rows;
import org.contacts4j.jdbi.sql.StatementParameters;
import org.contacts4j.jdbi.transaction.UnitOfWork;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Scans an organization's contacts in id order, one batch at a time, and locks those that match. */
final class LockingContactScan {

    private static final ContactRow ROW = new ContactRow();
    private static final UUID FIRST_ID = new UUID(0, 0);
    private static final UUID LAST_ID = new UUID(-1, -1);

    private static final String TAGGED = "select " + ContactRow.COLUMNS + " from contact r " + ContactRow.COMPANY + """
                    where r.organization_id = :organization and r.id > :from and %s
                    order by r.organization_id, r.id limit :limit %s
                    """;

    private final UnitOfWork unitOfWork;
    private final OrganizationId organization;
    private final UUID from;

    /**
     * Creates a scan.
     *
     * @param after the contact to continue after; null to begin with the first contact
     */
    LockingContactScan(UnitOfWork unitOfWork, OrganizationId organization, @Nullable ContactId after) {
        this.unitOfWork = unitOfWork;
        this.organization = organization;
        this.from = after == null ? FIRST_ID : after.value();
    }

    /** Locks contacts with this tag. An index on tags makes one statement sufficient. */
    List<Contact> tagged(String tag, int limit) {
        unitOfWork.acquireChange(organization);
        String tagged = unitOfWork.database().containsAll("r.tag_keys", "tags");
        String lock = unitOfWork.database().forUpdate("r");
        try (Query query = unitOfWork.locking().createQuery(TAGGED.formatted(tagged, lock))) {
            new StatementParameters(query, unitOfWork.database())
                    .text("organization", organization.value())
                    .uuid("from", from)
                    .texts("tags", List.of(TagId.keyOf(tag)))
                    .number("limit", limit);
            return Rows.all(query, ROW);
        }
    }

    /**
     * Locks contacts that have a value for this custom field. The keys are not indexed, so each statement reads only
     * {@code limit} contacts, which bounds its duration.
     */
    List<Contact> withCustomField(String key, int limit) {
        unitOfWork.acquireChange(organization);
        UUID behind = from;
        while (true) {
            Optional<UUID> upTo =
                    unitOfWork.reading().attach(ContactSql.class).idAtOffset(organization.value(), behind, limit - 1);
            List<Contact> found = between(behind, upTo.orElse(LAST_ID), key);
            if (!found.isEmpty() || upTo.isEmpty()) {
                return found;
            }
            behind = upTo.get();
        }
    }

    private List<Contact> between(UUID behind, UUID upTo, String key) {
        return unitOfWork
                .locking()
                .attach(ContactSql.class)
                .lockBetween(
                        ContactRow.COLUMNS,
                        organization.value(),
                        behind,
                        upTo,
                        key,
                        unitOfWork.database().hasKey("r.custom_fields", "key"),
                        unitOfWork.database().forUpdate("r"))
                .stream()
                .filter(contact -> contact.storedFields().containsKey(key))
                .toList();
    }
}
