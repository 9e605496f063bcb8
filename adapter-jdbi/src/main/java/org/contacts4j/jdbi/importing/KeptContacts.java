package org.contacts4j.jdbi.importing;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contacts4j.application.importing.ImportId;
import org.contacts4j.application.importing.undo.KeptContact;
import org.contacts4j.application.importing.undo.KeptContact.Reason;
import org.contacts4j.domain.EnumNames;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.organization.Visibility;
import org.contacts4j.jdbi.mapping.Rows;
import org.contacts4j.jdbi.member.VisibilityClause;
import org.contacts4j.jdbi.sql.StatementParameters;
import org.contacts4j.jdbi.transaction.UnitOfWork;
import org.jdbi.v3.core.statement.Query;

/** The contacts that the undo of an import kept. Their names are not stored here. */
record KeptContacts(UnitOfWork unitOfWork, OrganizationId organization) {

    private static final String INSERT = """
            insert into import_kept_contact (organization_id, import_id, contact_id, reason)
            values (:organization, :id, :contact, :reason)
            """;

    private static final String SELECT = """
            select k.contact_id, k.reason, r.name, %s from import_kept_contact k
            left join contact r on r.organization_id = :organization and r.id = k.contact_id %s
            where k.organization_id = :organization and k.import_id = :id
            order by k.organization_id, k.import_id, k.contact_id limit :limit
            """;

    /** The name in the last event of a contact; empty after an erasure. Callers with restricted visibility get none. */
    private static final String LAST_NAME = """
            (select e.name from contact_event e
                where e.organization_id = :organization and e.contact_id = k.contact_id
                order by e.organization_id desc, e.contact_id desc, e.version desc, e.id desc limit 1)
            """;

    void add(ImportId id, Map<ContactId, Reason> reasons) {
        unitOfWork.writeEach(
                organization,
                INSERT,
                List.copyOf(reasons.entrySet()),
                (row, kept) -> row.uuid("id", id.value())
                        .uuid("contact", kept.getKey().value())
                        .word("reason", kept.getValue()));
    }

    List<KeptContact> of(ImportId id, Visibility visibility, int limit) {
        String lastName = visibility instanceof Visibility.Everything ? LAST_NAME : "null";
        String sql = SELECT.formatted(lastName, VisibilityClause.ofRow(visibility));
        try (Query query = unitOfWork.reading().createQuery(sql)) {
            StatementParameters parameters = new StatementParameters(query, unitOfWork.database())
                    .text("organization", organization.value())
                    .uuid("id", id.value())
                    .number("limit", limit);
            VisibilityClause.bind(visibility, parameters);
            return Rows.all(
                    query,
                    (row, context) -> KeptContact.of(
                            new ContactId(row.getObject(1, UUID.class)),
                            row.getString(3) == null ? row.getString(4) : row.getString(3),
                            EnumNames.find(Reason.class, row.getString(2)).orElseThrow()));
        }
    }
}
