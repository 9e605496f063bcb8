package org.contacts4j.jdbi.customvalue;

import java.util.List;
import java.util.Optional;
import org.contacts4j.application.customvalue.CustomValues;
import org.contacts4j.domain.customvalue.CustomValue;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.jdbi.transaction.StatementBatch;
import org.contacts4j.jdbi.transaction.UnitOfWork;

/** {@link CustomValues} in a table, one row per value. */
public final class JdbiCustomValues implements CustomValues {

    private static final String INSERT = """
            insert into custom_value (organization_id, value_key, content, updated_at)
            values (:organization, :key, :content, :updatedAt)
            """;

    private static final String UPDATE = """
            update custom_value set content = :content, updated_at = :updatedAt
            where organization_id = :organization and value_key = :key
            """;

    private static final String DELETE =
            "delete from custom_value where organization_id = :organization and value_key = :key";

    private final UnitOfWork unitOfWork;

    public JdbiCustomValues(UnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    @Override
    public List<CustomValue> list(OrganizationId organization) {
        return unitOfWork.reading().attach(CustomValueSql.class).list(organization.value());
    }

    @Override
    public Optional<CustomValue> lock(OrganizationId organization, String key) {
        return unitOfWork.locking().attach(CustomValueSql.class).lock(organization.value(), key);
    }

    @Override
    public void insert(OrganizationId organization, CustomValue value) {
        write(organization, INSERT, value);
    }

    @Override
    public void update(OrganizationId organization, CustomValue value) {
        write(organization, UPDATE, value);
    }

    @Override
    public void delete(OrganizationId organization, String key) {
        unitOfWork.write(new StatementBatch(organization).and(DELETE, parameters -> parameters.text("key", key)));
    }

    private void write(OrganizationId organization, String statement, CustomValue value) {
        unitOfWork.write(new StatementBatch(organization)
                .and(
                        statement,
                        parameters -> parameters
                                .text("key", value.key())
                                .text("content", value.value())
                                .time("updatedAt", value.updatedAt())));
    }
}
