package org.contacts4j.jdbi.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.contacts4j.application.access.ApiKeys;
import org.contacts4j.application.page.Order;
import org.contacts4j.application.page.Page;
import org.contacts4j.application.page.Page.Total;
import org.contacts4j.application.page.Position;
import org.contacts4j.application.page.Slice;
import org.contacts4j.domain.access.ApiKey;
import org.contacts4j.domain.access.ApiKeyId;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.jdbi.mapping.Rows;
import org.contacts4j.jdbi.query.ListQuery;
import org.contacts4j.jdbi.sql.StatementParameters;
import org.contacts4j.jdbi.transaction.StatementBatch;
import org.contacts4j.jdbi.transaction.UnitOfWork;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;

/** {@link ApiKeys} in a table, one row per key. */
public final class JdbiApiKeys implements ApiKeys {

    private static final Order NEWEST_FIRST = new Order(Order.Key.CREATED_AT, true);
    private static final ApiKeyRow ROW = new ApiKeyRow();

    private static final String INSERT = """
            insert into api_key (organization_id, id, name, key_hash, role, data_scope, expires_at, networks, created_at,
                created_by)
            values (:organization, :id, :name, :hash, :role, :data, :expiresAt, :networks, :createdAt, :createdBy)
            """;

    private static final String SELECT =
            "select " + ApiKeyRow.COLUMNS + " from api_key r where r.organization_id = :organization and ";

    private static final String COUNT = "select count(*) from api_key where organization_id = :organization";

    private static final String RECORD_USE = """
            update api_key set last_used_at = :at, last_used_from = :address
            where organization_id = :organization and id = :id and (last_used_at is null or last_used_at < :since)
            """;

    private static final String DELETE = "delete from api_key where organization_id = :organization and id = :id";

    private final UnitOfWork unitOfWork;

    public JdbiApiKeys(UnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    @Override
    public void insert(OrganizationId organization, ApiKey key) {
        unitOfWork.write(new StatementBatch(organization).and(INSERT, parameters -> ApiKeyRow.bind(parameters, key)));
    }

    @Override
    public Optional<ApiKey> find(OrganizationId organization, ApiKeyId id) {
        return select(organization, "r.id = :id", parameters -> parameters.uuid("id", id.value()));
    }

    @Override
    public Optional<ApiKey> findByHash(OrganizationId organization, String hash) {
        return select(organization, "r.key_hash = :hash", parameters -> parameters.text("hash", hash));
    }

    @Override
    public Page<ApiKey> page(OrganizationId organization, Slice slice) {
        ListQuery list = new ListQuery(unitOfWork, "api_key", organization);
        Total total = list.countUpToCap();
        List<ApiKey> found = list.rows(ApiKeyRow.COLUMNS, "", NEWEST_FIRST, slice, ROW);
        return Page.of(found, slice.limit(), total, JdbiApiKeys::positionOf);
    }

    @Override
    public long count(OrganizationId organization) {
        try (Query query = unitOfWork.reading().createQuery(COUNT)) {
            new StatementParameters(query, unitOfWork.database()).text("organization", organization.value());
            return Rows.number(query);
        }
    }

    @Override
    public void recordUse(OrganizationId organization, ApiKeyId id, ApiKey.Use use, Instant since) {
        unitOfWork.write(new StatementBatch(organization)
                .and(
                        RECORD_USE,
                        parameters -> parameters
                                .uuid("id", id.value())
                                .time("at", use.at())
                                .text("address", use.address())
                                .time("since", since)));
    }

    @Override
    public boolean delete(OrganizationId organization, ApiKeyId id) {
        try (Update delete = unitOfWork.writing().createUpdate(DELETE)) {
            new StatementParameters(delete, unitOfWork.database())
                    .text("organization", organization.value())
                    .uuid("id", id.value());
            return delete.execute() == 1;
        }
    }

    private Optional<ApiKey> select(
            OrganizationId organization, String condition, Consumer<StatementParameters> binding) {
        try (Query query = unitOfWork.reading().createQuery(SELECT + condition)) {
            binding.accept(
                    new StatementParameters(query, unitOfWork.database()).text("organization", organization.value()));
            return Rows.first(query, ROW);
        }
    }

    private static Position positionOf(ApiKey key) {
        return new Position("", key.createdAt(), key.id().value());
    }
}
