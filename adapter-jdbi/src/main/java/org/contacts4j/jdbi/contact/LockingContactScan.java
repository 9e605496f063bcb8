package org.contacts4j.jdbi.contact;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.contacts4j.domain.ContactId;
import org.contacts4j.domain.OrganizationId;
import org.contacts4j.domain.TagId;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.jdbi.Rows;
import org.contacts4j.jdbi.StatementParameters;
import org.contacts4j.jdbi.UnitOfWork;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Goes through an organisation's contacts by id, a group at a time, and locks those that are wanted. */
final class LockingContactScan {

    private static final ContactRow ROW = new ContactRow();
    private static final UUID FIRST_ID = new UUID(0, 0);
    private static final UUID LAST_ID = new UUID(-1, -1);

    private static final String TAGGED = ContactSql.SELECT + """
                    where r.organization_id = :organization and r.id > :from and %s
                    order by r.organization_id, r.id limit :limit %s
                    """;

    private final UnitOfWork unitOfWork;
    private final OrganizationId organization;
    private final UUID from;

    /** A walk that goes on behind this contact; from the first one when there is none. */
    LockingContactScan(UnitOfWork unitOfWork, OrganizationId organization, @Nullable ContactId after) {
        this.unitOfWork = unitOfWork;
        this.organization = organization;
        this.from = after == null ? FIRST_ID : after.value();
    }

    /** An index finds the contacts: one statement does. */
    List<Contact> tagged(String tag, int limit) {
        unitOfWork.enterChange(organization);
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

    /** No index knows the keys: {@code limit} contacts are looked at in one statement, so that none takes long. */
    List<Contact> withCustomField(String key, int limit) {
        unitOfWork.enterChange(organization);
        UUID behind = from;
        while (true) {
            Optional<UUID> upTo =
                    unitOfWork.reading().attach(ContactSql.class).idFurtherOn(organization.value(), behind, limit - 1);
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
                        organization.value(),
                        behind,
                        upTo,
                        key,
                        unitOfWork.database().hasKey("r.custom_fields", "key"),
                        unitOfWork.database().forUpdate("r"))
                .stream()
                .filter(contact -> contact.keptFields().containsKey(key))
                .toList();
    }
}
