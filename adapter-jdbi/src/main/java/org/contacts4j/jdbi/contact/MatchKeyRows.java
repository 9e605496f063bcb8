package org.contacts4j.jdbi.contact;

import java.util.List;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.PhoneNumbers;
import org.contacts4j.domain.contact.search.MatchKeys;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.jdbi.mapping.ColumnReader;
import org.contacts4j.jdbi.mapping.Rows;
import org.contacts4j.jdbi.sql.StatementParameters;
import org.contacts4j.jdbi.transaction.StatementBatch;
import org.contacts4j.jdbi.transaction.UnitOfWork;
import org.jdbi.v3.core.statement.Query;

/** Match keys in a separate table, for databases that cannot index the elements of an array column. */
public record MatchKeyRows(UnitOfWork unitOfWork, PhoneNumbers numbers) {

    static final String INSERT = """
            insert into contact_match_key (organization_id, match_key, contact_id)
            select :organization, wanted.element, cast(:keyed as uuid)
            from unnest(cast(:keys as varchar array)) wanted (element)
            """;

    private static final String DELETE = """
            delete from contact_match_key
            where organization_id = :organization and match_key = :key and contact_id = :keyed
            """;

    private static final String STORED =
            "select match_keys from contact where organization_id = :organization and id = :id for update";

    void insert(StatementBatch writes, Contact contact) {
        List<String> keys = isNeeded() ? MatchKeys.of(contact, numbers) : List.of();
        if (!keys.isEmpty()) {
            writes.and(
                    INSERT,
                    parameters -> parameters.uuid("keyed", contact.id().value()).texts("keys", keys));
        }
    }

    /** Replaces the keys of {@code before}. Call this before the contact is updated. */
    void replace(StatementBatch writes, Contact before, Contact after) {
        if (!before.communication().equals(after.communication())) {
            replaceAll(writes, before, after);
        }
    }

    /** Replaces the stored keys if they differ from those of {@code numbers}. Returns whether they do. */
    public boolean rederive(StatementBatch writes, Contact contact) {
        if (!isNeeded() || stored(contact).equals(MatchKeys.of(contact, numbers))) {
            return false;
        }
        replaceAll(writes, contact, contact);
        return true;
    }

    private void replaceAll(StatementBatch writes, Contact before, Contact after) {
        remove(writes, before);
        insert(writes, after);
    }

    /** Removes the stored keys. Call this before the contact is updated or deleted. */
    void remove(StatementBatch writes, Contact contact) {
        // One statement per key: for several keys, H2 would scan all rows of the organization.
        stored(contact)
                .forEach(key -> writes.and(
                        DELETE,
                        parameters ->
                                parameters.uuid("keyed", contact.id().value()).text("key", key)));
    }

    /** Returns the keys in the row of the contact, and locks it. They may be those of another {@link PhoneNumbers}. */
    private List<String> stored(Contact contact) {
        if (!isNeeded()) {
            return List.of();
        }
        OrganizationId organization = contact.organizationId();
        try (Query query = unitOfWork.locking().createQuery(STORED)) {
            new StatementParameters(query, unitOfWork.database())
                    .text("organization", organization.value())
                    .uuid("id", contact.id().value());
            return Rows.first(query, (row, context) -> PrefixedMatchKeys.plain(new ColumnReader(row).texts()))
                    .orElse(List.of());
        }
    }

    private boolean isNeeded() {
        return !unitOfWork.database().indexesArrays();
    }
}
