package org.contacts4j.jdbi.contact;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.contacts4j.domain.ContactId;
import org.contacts4j.domain.OrganizationId;
import org.contacts4j.jdbi.ColumnReader;
import org.contacts4j.jdbi.Database;
import org.contacts4j.jdbi.Rows;
import org.contacts4j.jdbi.StatementParameters;
import org.contacts4j.jdbi.UnitOfWork;
import org.jdbi.v3.core.statement.Query;

/** Finds contacts by their match keys. */
public record MatchKeyQuery(UnitOfWork unitOfWork, OrganizationId organization) {

    /**
     * Written so that PostgreSQL has but one way, the index of keys. It knows nothing of an organisation that has just
     * begun to import, expects a contact or two in it, and would read all that there are, batch after batch; hence the
     * expression around the organisation. And it takes a thousand unknown keys for most of the table, unless they come
     * from a sub-select.
     */
    private static final String BY_KEY = """
             from contact r
            where r.match_keys && (select cast(:wanted as text[])) and r.organization_id || '' = :organization
            """;

    /** The keys lead, as in {@link Database#lookUp}. */
    private static final String BY_KEY_IN_ITS_TABLE = """
             from unnest(cast(:wanted as varchar array)) wanted (match_key)
            left join contact_match_key k on k.organization_id = :organization and k.match_key = wanted.match_key
            left join contact r on r.organization_id = k.organization_id and r.id = k.contact_id
            where r.organization_id = :organization
            """;

    /** Contacts {@code r} that have one of the keys {@code wanted}; one with several of them may come as often. */
    public static String from(Database database) {
        return database.indexesArrays() ? BY_KEY : BY_KEY_IN_ITS_TABLE;
    }

    /** The keys in the form in which the condition wants them. */
    public Collection<String> wanted(Set<String> keys) {
        return unitOfWork.database().indexesArrays() ? PrefixedMatchKeys.of(organization, keys) : keys;
    }

    /** The eldest contact by each of these keys. */
    Map<String, ContactId> eldestOf(Set<String> keys) {
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
