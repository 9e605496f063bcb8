package org.contacts4j.jdbi.importing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import org.contacts4j.application.importing.matching.MatchCandidate;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.organization.Visibility;
import org.contacts4j.jdbi.mapping.Rows;
import org.contacts4j.jdbi.member.VisibilityClause;
import org.contacts4j.jdbi.sql.Database;
import org.contacts4j.jdbi.sql.StatementParameters;
import org.contacts4j.jdbi.transaction.StatementBatch;
import org.contacts4j.jdbi.transaction.UnitOfWork;
import org.jdbi.v3.core.statement.Query;

/** Match keys that contacts had until an import changed them. Few organizations have rows in this table. */
record FormerMatchKeys(UnitOfWork unitOfWork, OrganizationId organization) {

    private static final String SELECT = """
            select m.match_key, %s from former_match_key m
            join contact r on r.organization_id = m.organization_id and r.id = m.contact_id
            where m.organization_id = :organization and m.match_key = any(:wanted)
            """.formatted(MatchCandidateRow.COLUMNS);

    private static final String OF_CONTACT =
            "select match_key from former_match_key where organization_id = :organization and contact_id = :contact";

    private static final String ANY =
            "select match_key from former_match_key where organization_id = :organization limit 1";

    // The import lock serializes the imports of an organization, so no other import inserts the same keys concurrently.
    private static final String INSERT = """
            insert into former_match_key (organization_id, match_key, contact_id)
            select :organization, lost.match_key, cast(lost.contact_id as uuid)
            from %s
            where not exists (
                select 1 from former_match_key m
                where m.organization_id = :organization and m.match_key = lost.match_key
                and m.contact_id = cast(lost.contact_id as uuid))
            """;

    private static final String DELETE = """
            delete from former_match_key
            where organization_id = :organization and match_key = :match_key and contact_id = :contact
            """;

    Map<String, MatchCandidate> of(Set<String> matchKeys, Visibility visibility) {
        Map<String, MatchCandidate> eldest = new HashMap<>();
        if (!matchKeys.isEmpty() && hasAny()) {
            try (Query query = unitOfWork.reading().createQuery(SELECT + VisibilityClause.ofRow(visibility))) {
                StatementParameters parameters = new StatementParameters(query, unitOfWork.database())
                        .text("organization", organization.value())
                        .texts("wanted", matchKeys);
                VisibilityClause.bind(visibility, parameters);
                Rows.all(
                        query,
                        (row, context) -> eldest.merge(
                                row.getString(1),
                                MatchCandidateRow.read(row, 1),
                                BinaryOperator.minBy(Comparator.comparing(MatchCandidate::id))));
            }
        }
        return eldest;
    }

    Set<String> ofContact(ContactId contact) {
        try (Query query = unitOfWork.reading().createQuery(OF_CONTACT)) {
            new StatementParameters(query, unitOfWork.database())
                    .text("organization", organization.value())
                    .uuid("contact", contact.value());
            return new HashSet<>(Rows.all(query, (row, context) -> row.getString(1)));
        }
    }

    private boolean hasAny() {
        try (Query query = unitOfWork.reading().createQuery(ANY)) {
            new StatementParameters(query, unitOfWork.database()).text("organization", organization.value());
            return Rows.first(query, (row, context) -> true).isPresent();
        }
    }

    void delete(Map<ContactId, Set<String>> again) {
        again.forEach((contact, matchKeys) -> unitOfWork.writeEach(
                organization,
                DELETE,
                List.copyOf(matchKeys),
                (row, matchKey) -> row.text("match_key", matchKey).uuid("contact", contact.value())));
    }

    void add(Map<ContactId, Set<String>> lost) {
        List<String> matchKeys = new ArrayList<>();
        List<String> contacts = new ArrayList<>();
        lost.forEach((contact, all) -> all.forEach(matchKey -> {
            matchKeys.add(matchKey);
            contacts.add(contact.toString());
        }));
        Database database = unitOfWork.database();
        unitOfWork.write(new StatementBatch(organization)
                .and(
                        INSERT.formatted(database.rows("lost (match_key, contact_id)", "match_keys", "contacts")),
                        parameters -> parameters.texts("match_keys", matchKeys).texts("contacts", contacts)));
    }
}
