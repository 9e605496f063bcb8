package org.contacts4j.jdbi.contact;

import java.util.List;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.search.MatchKeys;
import org.contacts4j.jdbi.sql.Database;
import org.contacts4j.jdbi.transaction.StatementBatch;

/** Match keys in a separate table, for databases that cannot index the elements of an array column. */
record MatchKeyRows(Database database) {

    static final String INSERT = """
            insert into contact_match_key (organization_id, match_key, contact_id)
            select :organization, wanted.element, cast(:keyed as uuid)
            from unnest(cast(:keys as varchar array)) wanted (element)
            """;

    private static final String DELETE = """
            delete from contact_match_key
            where organization_id = :organization and match_key = :key and contact_id = :keyed
            """;

    void insert(StatementBatch writes, Contact contact) {
        List<String> keys = keysOf(contact);
        if (!keys.isEmpty()) {
            writes.and(
                    INSERT,
                    parameters -> parameters.uuid("keyed", contact.id().value()).texts("keys", keys));
        }
    }

    void replace(StatementBatch writes, Contact before, Contact after) {
        if (!keysOf(before).equals(keysOf(after))) {
            remove(writes, before);
            insert(writes, after);
        }
    }

    void remove(StatementBatch writes, Contact contact) {
        // One statement per key: for several keys, H2 would scan all rows of the organization.
        keysOf(contact)
                .forEach(key -> writes.and(
                        DELETE,
                        parameters ->
                                parameters.uuid("keyed", contact.id().value()).text("key", key)));
    }

    private List<String> keysOf(Contact contact) {
        return database.indexesArrays() ? List.of() : MatchKeys.of(contact);
    }
}
