package org.contacts4j.jdbi.member;

import java.util.Collection;
import java.util.List;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.jdbi.mapping.Rows;
import org.contacts4j.jdbi.sql.StatementParameters;
import org.contacts4j.jdbi.transaction.UnitOfWork;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** Queries shared by the tables of members and teams, whose ids come from external systems. */
record ExternalIdTable(UnitOfWork unitOfWork, String table, String columns) {

    <T> List<T> list(OrganizationId organization, @Nullable String after, int limit, RowMapper<T> mapper) {
        String sql = "select " + columns + " from " + table
                + " where organization_id = :organization and id > :after order by organization_id, id limit :limit";
        try (Query query = unitOfWork.reading().createQuery(sql)) {
            new StatementParameters(query, unitOfWork.database())
                    .text("organization", organization.value())
                    .text("after", after == null ? "" : after)
                    .number("limit", limit);
            return Rows.all(query, mapper);
        }
    }

    <T> List<T> find(OrganizationId organization, Collection<String> ids, RowMapper<T> mapper) {
        String sql = "select " + columns + " from " + table
                + " where organization_id = :organization and id = any(:ids) order by organization_id, id";
        try (Query query = unitOfWork.reading().createQuery(sql)) {
            new StatementParameters(query, unitOfWork.database())
                    .text("organization", organization.value())
                    .texts("ids", ids);
            return Rows.all(query, mapper);
        }
    }

    /**
     * Inserts the ids that are not in the table yet. Inserts them in sorted order, so that concurrent transactions with
     * the same ids do not deadlock.
     */
    void addMissing(OrganizationId organization, Collection<String> ids) {
        String sql = "insert into " + table + " (organization_id, id) select :organization, wanted.id from "
                + unitOfWork.database().rows("wanted (id)", "ids")
                + " where not exists (select 1 from " + table
                + " known where known.organization_id = :organization and known.id = wanted.id)";
        try (Update update = unitOfWork.writing().createUpdate(sql)) {
            new StatementParameters(update, unitOfWork.database())
                    .text("organization", organization.value())
                    .texts("ids", ids.stream().distinct().sorted().toList());
            update.execute();
        }
    }
}
