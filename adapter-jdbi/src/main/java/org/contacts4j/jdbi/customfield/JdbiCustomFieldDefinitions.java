package org.contacts4j.jdbi.customfield;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.sql.ResultSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.contacts4j.application.customfield.CustomFieldDefinitions;
import org.contacts4j.domain.customfield.CustomField;
import org.contacts4j.domain.customfield.CustomFieldRules;
import org.contacts4j.domain.customfield.CustomFieldType;
import org.contacts4j.domain.id.CustomFieldFolderId;
import org.contacts4j.domain.id.CustomFieldId;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.jdbi.mapping.ColumnReader;
import org.contacts4j.jdbi.mapping.Rows;
import org.contacts4j.jdbi.sql.StatementParameters;
import org.contacts4j.jdbi.transaction.StatementBatch;
import org.contacts4j.jdbi.transaction.UnitOfWork;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;

/** {@link CustomFieldDefinitions} in a table. The row of a deleted definition remains and reserves its key. */
public final class JdbiCustomFieldDefinitions implements CustomFieldDefinitions {

    private static final CustomFieldRow ROW = new CustomFieldRow();

    private static final String LIST = CustomFieldSql.SELECT + "and not r.deleted order by r.position, r.field_key";
    private static final String TYPES =
            "select field_key, type from custom_field where organization_id = :organization and not deleted";
    private static final String WITH_DELETED =
            "select " + RulesRows.COLUMNS + " from custom_field r where r.organization_id = :organization";

    private static final String INSERT = """
            insert into custom_field (
                organization_id, id, field_key, label, type, options, required, folder_id, position, archived, deleted)
            values (
                :organization, :id, :key, :label, :type, :options, :required, :folder, :position, :archived, false)
            """;

    private static final String UPDATE = """
            update custom_field set
                label = :label, type = :type, options = :options, required = :required, folder_id = :folder,
                position = :position, archived = :archived
            where organization_id = :organization and id = :id
            """;

    private static final String UNFILE =
            "update custom_field set folder_id = null where organization_id = :organization and folder_id = :folder";

    private static final String DELETE =
            "update custom_field set deleted = true where organization_id = :organization and id = :id";

    private static final String FORGET = "delete from custom_field where organization_id = :organization and id = :id";

    private final UnitOfWork unitOfWork;

    public JdbiCustomFieldDefinitions(UnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    @Override
    public void insert(OrganizationId organization, CustomField field) {
        unitOfWork.markCustomized(organization);
        write(organization, INSERT, parameters -> CustomFieldRow.bind(parameters, field));
    }

    @Override
    public List<CustomField> list(OrganizationId organization) {
        return select(organization, LIST, ROW);
    }

    @Override
    public Map<String, CustomFieldType> types(OrganizationId organization) {
        return select(organization, TYPES, (row, context) -> {
                    ColumnReader columns = new ColumnReader(row);
                    return Map.entry(columns.text(), CustomFieldRow.type(columns.text()));
                })
                .stream()
                .collect(toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public CustomFieldRules rules(OrganizationId organization) {
        try (Query query = unitOfWork.reading().createQuery(WITH_DELETED)) {
            new StatementParameters(query, unitOfWork.database()).text("organization", organization.value());
            return query.scanResultSet((rows, context) -> {
                RulesRows rules = new RulesRows();
                try (ResultSet row = rows.get()) {
                    while (row.next()) {
                        rules.add(row);
                    }
                }
                return rules.rules();
            });
        }
    }

    @Override
    public Optional<CustomField> find(OrganizationId organization, CustomFieldId id) {
        return unitOfWork.reading().attach(CustomFieldSql.class).find(organization.value(), id.value(), "");
    }

    @Override
    public Optional<CustomField> lock(OrganizationId organization, CustomFieldId id) {
        return lockingSql()
                .find(organization.value(), id.value(), unitOfWork.database().forUpdate("r"));
    }

    @Override
    public Optional<CustomField> findByKey(OrganizationId organization, String key) {
        return unitOfWork.reading().attach(CustomFieldSql.class).findByKey(organization.value(), key);
    }

    @Override
    public void update(OrganizationId organization, CustomField field) {
        write(organization, UPDATE, parameters -> CustomFieldRow.bind(parameters, field));
    }

    @Override
    public void removeAllFromFolder(OrganizationId organization, CustomFieldFolderId folder) {
        write(organization, UNFILE, parameters -> parameters.uuid("folder", folder.value()));
    }

    @Override
    public void delete(OrganizationId organization, CustomFieldId id) {
        write(organization, DELETE, parameters -> parameters.uuid("id", id.value()));
    }

    @Override
    public Optional<CustomField> release(OrganizationId organization, String key) {
        Optional<CustomField> deleted = lockingSql()
                .lockDeleted(organization.value(), key, unitOfWork.database().forUpdate("r"));
        deleted.ifPresent(field -> write(
                organization,
                FORGET,
                parameters -> parameters.uuid("id", field.id().value())));
        return deleted;
    }

    private void write(OrganizationId organization, String statement, Consumer<StatementParameters> binding) {
        unitOfWork.write(new StatementBatch(organization).and(statement, binding));
    }

    private <T> List<T> select(OrganizationId organization, String statement, RowMapper<T> mapper) {
        try (Query query = unitOfWork.reading().createQuery(statement)) {
            new StatementParameters(query, unitOfWork.database()).text("organization", organization.value());
            return Rows.all(query, mapper);
        }
    }

    private CustomFieldSql lockingSql() {
        return unitOfWork.locking().attach(CustomFieldSql.class);
    }
}
