package org.contacts4j.jdbi.access;

import java.time.Instant;
import java.util.List;
import org.contacts4j.application.access.TokenRevocations;
import org.contacts4j.application.page.Order;
import org.contacts4j.application.page.Page;
import org.contacts4j.application.page.Page.Total;
import org.contacts4j.application.page.Position;
import org.contacts4j.application.page.Slice;
import org.contacts4j.domain.access.TokenRevocation;
import org.contacts4j.domain.access.TokenRevocationId;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.jdbi.mapping.Rows;
import org.contacts4j.jdbi.query.ListQuery;
import org.contacts4j.jdbi.sql.StatementParameters;
import org.contacts4j.jdbi.transaction.UnitOfWork;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.Update;

/** {@link TokenRevocations} in a table, one row per revocation. */
public final class JdbiTokenRevocations implements TokenRevocations {

    private static final Order NEWEST_FIRST = new Order(Order.Key.CREATED_AT, true);
    private static final TokenRevocationRow ROW = new TokenRevocationRow();

    private static final String DELETE_EARLIER = """
            delete from token_revocation
            where organization_id = :organization and (subject = :subject or token_id = :tokenId)
            """;

    private static final String INSERT = """
            insert into token_revocation (organization_id, id, subject, token_id, created_at, created_by)
            values (:organization, :id, :subject, :tokenId, :createdAt, :createdBy)
            """;

    private static final String ALL =
            "select " + TokenRevocationRow.COLUMNS + " from token_revocation r where r.organization_id = :organization";

    private static final String COUNT = "select count(*) from token_revocation where organization_id = :organization";

    private static final String DELETE =
            "delete from token_revocation where organization_id = :organization and id = :id";

    private static final String PURGE = """
            delete from token_revocation where organization_id = :organization and id in (
                select r.id from token_revocation r
                where r.organization_id = :organization and r.created_at < :time limit :limit)
            """;

    private final UnitOfWork unitOfWork;

    public JdbiTokenRevocations(UnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    @Override
    public void insert(OrganizationId organization, TokenRevocation revocation) {
        try (Update delete = unitOfWork.writing().createUpdate(DELETE_EARLIER)) {
            bindTokens(of(delete, organization), revocation);
            delete.execute();
        }
        try (Update insert = unitOfWork.writing().createUpdate(INSERT)) {
            bindTokens(of(insert, organization), revocation)
                    .uuid("id", revocation.id().value())
                    .time("createdAt", revocation.revokedAt())
                    .text("createdBy", revocation.revokedBy().value());
            insert.execute();
        }
    }

    @Override
    public List<TokenRevocation> all(OrganizationId organization) {
        try (Query query = unitOfWork.reading().createQuery(ALL)) {
            of(query, organization);
            return Rows.all(query, ROW);
        }
    }

    @Override
    public Page<TokenRevocation> page(OrganizationId organization, Slice slice) {
        ListQuery list = new ListQuery(unitOfWork, "token_revocation", organization);
        Total total = list.countUpToCap();
        List<TokenRevocation> found = list.rows(TokenRevocationRow.COLUMNS, "", NEWEST_FIRST, slice, ROW);
        return Page.of(found, slice.limit(), total, JdbiTokenRevocations::positionOf);
    }

    @Override
    public long count(OrganizationId organization) {
        try (Query query = unitOfWork.reading().createQuery(COUNT)) {
            of(query, organization);
            return Rows.number(query);
        }
    }

    @Override
    public boolean delete(OrganizationId organization, TokenRevocationId id) {
        try (Update delete = unitOfWork.writing().createUpdate(DELETE)) {
            of(delete, organization).uuid("id", id.value());
            return delete.execute() == 1;
        }
    }

    @Override
    public int purge(OrganizationId organization, Instant before, int limit) {
        try (Update delete = unitOfWork.writing().createUpdate(PURGE)) {
            of(delete, organization).time("time", before).number("limit", limit);
            return delete.execute();
        }
    }

    private static StatementParameters bindTokens(StatementParameters parameters, TokenRevocation revocation) {
        return parameters
                .text(
                        "subject",
                        revocation.subject() == null
                                ? null
                                : revocation.subject().value())
                .text("tokenId", revocation.tokenId());
    }

    private StatementParameters of(SqlStatement<?> statement, OrganizationId organization) {
        return new StatementParameters(statement, unitOfWork.database()).text("organization", organization.value());
    }

    private static Position positionOf(TokenRevocation revocation) {
        return new Position("", revocation.revokedAt(), revocation.id().value());
    }
}
