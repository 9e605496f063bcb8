package org.contacts4j.jdbi.contact;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.jdbi.mapping.ColumnReader;
import org.contacts4j.jdbi.mapping.Rows;
import org.contacts4j.jdbi.sql.Database;
import org.contacts4j.jdbi.sql.StatementParameters;
import org.contacts4j.jdbi.transaction.UnitOfWork;
import org.jdbi.v3.core.statement.Query;

/** Finds contacts by their codes and match keys. */
public record MatchKeyQuery(UnitOfWork unitOfWork, OrganizationId organization) {

    /**
     * Forces PostgreSQL to use the index on match keys. PostgreSQL has no statistics about an organization that has
     * just started to import. It estimates one or two contacts, and would read all of the organization's contacts for
     * each batch. The expression around the organization prevents that plan. The sub-select prevents another wrong
     * estimate: that a thousand unknown keys match most of the table.
     */
    private static final String BY_KEY = """
             from contact r
            where r.match_keys && %s and %s = :organization
            """;

    /** Starts the join from the keys, as {@link Database#lookUp} does. */
    private static final String BY_KEY_IN_ITS_TABLE = """
             from unnest(cast(:wanted as varchar array)) wanted (match_key)
            left join contact_match_key k on k.organization_id = :organization and k.match_key = wanted.match_key
            left join contact r on r.organization_id = k.organization_id and r.id = k.contact_id
            where r.organization_id = :organization
            """;

    /**
     * Returns the from clause for contacts {@code r} with any of the keys {@code wanted}. A contact with several of the
     * keys may occur several times.
     */
    public static String from(Database database) {
        return database.indexesArrays()
                ? BY_KEY.formatted(database.anyTexts(":wanted"), database.unindexed("r.organization_id"))
                : BY_KEY_IN_ITS_TABLE;
    }

    /** Returns the keys in the form that the condition of {@link #from} compares. */
    public Collection<String> wanted(Set<String> keys) {
        return unitOfWork.database().indexesArrays() ? PrefixedMatchKeys.of(organization, keys) : keys;
    }

    /** Returns the contact with each of these codes; a code without a contact is absent. */
    Map<String, ContactId> idsByCode(Set<String> codes) {
        Map<String, ContactId> ids = new HashMap<>();
        if (codes.isEmpty()) {
            return ids;
        }
        String sql = "select r.code, r.id" + unitOfWork.database().lookUp("contact", "code", "varchar");
        try (Query query = unitOfWork.reading().createQuery(sql)) {
            new StatementParameters(query, unitOfWork.database())
                    .text("organization", organization.value())
                    .texts("wanted", codes);
            Rows.all(query, (row, context) -> {
                ColumnReader columns = new ColumnReader(row);
                return ids.put(columns.text(), new ContactId(columns.uuid()));
            });
        }
        return ids;
    }

    /** Returns the oldest contact for each of these keys; a key without a contact is absent. */
    Map<String, ContactId> idsByKey(Set<String> keys) {
        Map<String, ContactId> eldest = new HashMap<>();
        String sql = "select r.id, r.match_keys" + from(unitOfWork.database()) + " order by r.organization_id, r.id";
        try (Query query = unitOfWork.reading().createQuery(sql)) {
            new StatementParameters(query, unitOfWork.database())
                    .text("organization", organization.value())
                    .texts("wanted", wanted(keys));
            Rows.all(query, (row, context) -> {
                ColumnReader columns = new ColumnReader(row);
                UUID id = columns.uuid();
                PrefixedMatchKeys.plain(columns.texts()).stream()
                        .filter(keys::contains)
                        .forEach(key -> eldest.putIfAbsent(key, new ContactId(id)));
                return id;
            });
        }
        return eldest;
    }
}
