package org.contacts4j.jdbi.importing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contacts4j.application.importing.ImportId;
import org.contacts4j.application.importing.warning.ImportWarning;
import org.contacts4j.application.importing.warning.ImportWarnings;
import org.contacts4j.application.importing.warning.WarningOfJob;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.validation.Fault;
import org.contacts4j.jdbi.mapping.ColumnReader;
import org.contacts4j.jdbi.mapping.Json;
import org.contacts4j.jdbi.mapping.Rows;
import org.contacts4j.jdbi.sql.StatementParameters;
import org.contacts4j.jdbi.transaction.UnitOfWork;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** {@link ImportWarnings} in a table. */
public record JdbiImportWarnings(UnitOfWork unitOfWork) implements ImportWarnings {

    private static final String COLUMNS = "select import_id, position, row_number, contact_id, fault ";

    private static final String OF_JOB = COLUMNS + """
            from import_warning where organization_id = :organization and import_id = :job
            order by organization_id, import_id, position
            """;

    private static final String ALL = COLUMNS + """
            from import_warning
            where organization_id = :organization and (import_id, position) > (:job, :position)
            order by organization_id, import_id, position limit :limit
            """;

    private static final String INSERT = """
            insert into import_warning (organization_id, import_id, position, row_number, contact_id, fault)
            values (:organization, :job, :position, :row, :contact, :fault)
            """;

    private static final String DELETE_ALL =
            "delete from import_warning where organization_id = :organization and import_id = :job";

    private static final String DELETE = DELETE_ALL + " and position = :position";

    private static final ImportId FIRST = new ImportId(new UUID(0, 0));

    @Override
    public void add(OrganizationId organization, ImportId job, int position, List<ImportWarning> warnings) {
        List<WarningOfJob> rows = new ArrayList<>();
        warnings.forEach(warning -> rows.add(new WarningOfJob(job, position + rows.size(), warning)));
        unitOfWork.writeEach(organization, INSERT, rows, (parameters, row) -> bind(parameters, row));
    }

    @Override
    public List<ImportWarning> of(OrganizationId organization, ImportId job) {
        try (Query query = unitOfWork.reading().createQuery(OF_JOB)) {
            bind(query, organization, job);
            return Rows.all(query, (row, context) -> read(row).warning());
        }
    }

    @Override
    public List<WarningOfJob> all(OrganizationId organization, @Nullable WarningOfJob after, int limit) {
        try (Query query = unitOfWork.reading().createQuery(ALL)) {
            bind(query, organization, after == null ? FIRST : after.job())
                    .number("position", after == null ? -1 : after.position())
                    .number("limit", limit);
            return Rows.all(query, (row, context) -> read(row));
        }
    }

    @Override
    public void delete(OrganizationId organization, ImportId job, int position) {
        try (Update delete = unitOfWork.writing().createUpdate(DELETE)) {
            bind(delete, organization, job).number("position", position);
            delete.execute();
        }
    }

    @Override
    public void deleteAll(OrganizationId organization, ImportId job) {
        try (Update delete = unitOfWork.writing().createUpdate(DELETE_ALL)) {
            bind(delete, organization, job);
            delete.execute();
        }
    }

    private StatementParameters bind(SqlStatement<?> statement, OrganizationId organization, ImportId job) {
        return new StatementParameters(statement, unitOfWork.database())
                .text("organization", organization.value())
                .uuid("job", job.value());
    }

    private static void bind(StatementParameters parameters, WarningOfJob row) {
        @Nullable ContactId contact = row.warning().contact();
        parameters
                .uuid("job", row.job().value())
                .number("position", row.position())
                .number("row", row.warning().row())
                .uuid("contact", contact == null ? null : contact.value())
                .text("fault", Json.write(row.warning().fault()).replace("\\u0000", "\\uFFFD"));
    }

    private static WarningOfJob read(ResultSet row) throws SQLException {
        ColumnReader columns = new ColumnReader(row);
        ImportId job = new ImportId(columns.uuid());
        int position = Math.toIntExact(columns.number());
        long number = columns.number();
        @Nullable ContactId contact = columns.idOrNull(ContactId::new);
        return new WarningOfJob(job, position, new ImportWarning(number, fault(columns.text()), contact));
    }

    private static Fault fault(String json) {
        Map<String, @Nullable Object> members = Json.readData(json);
        return new Fault(String.valueOf(members.get("field")), String.valueOf(members.get("message")));
    }
}
