package org.contacts4j.jdbi.contact;

import java.util.List;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.MatchKeys;
import org.contacts4j.jdbi.Database;
import org.contacts4j.jdbi.Writes;

/** Match keys in a table of their own, for a database that cannot find a contact by the elements of its column of them. */
record MatchKeyRows(Database database) {

    static final String INSERT = """
            insert into contact_match_key (organization_id, match_key, contact_id)
            select :organization, wanted.element, cast(:keyed as uuid)
            from unnest(cast(:keys as varchar array)) wanted (element)
            """;

    private static final String DELETE = """
            delete from contact_match_key
            where organization_id = :organization and match_key = any(:keys) and contact_id = :keyed
            """;

    void insert(Writes writes, Contact contact) {
        add(writes, INSERT, contact, MatchKeys.of(contact));
    }

    void replace(Writes writes, Contact before, Contact after) {
        List<String> old = MatchKeys.of(before);
        List<String> now = MatchKeys.of(after);
        if (!old.equals(now)) {
            add(writes, DELETE, before, old);
            add(writes, INSERT, after, now);
        }
    }

    void remove(Writes writes, Contact contact) {
        add(writes, DELETE, contact, MatchKeys.of(contact));
    }

    private void add(Writes writes, String statement, Contact contact, List<String> keys) {
        if (!database.indexesArrays() && !keys.isEmpty()) {
            writes.and(
                    statement,
                    parameters -> parameters.uuid("keyed", contact.id().value()).texts("keys", keys));
        }
    }
}
