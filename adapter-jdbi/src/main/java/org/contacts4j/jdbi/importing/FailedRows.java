package org.contacts4j.jdbi.importing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contacts4j.application.importing.FailedRow;
import org.contacts4j.application.importing.FailedRowOfJob;
import org.contacts4j.application.importing.ImportId;
import org.contacts4j.application.importing.ImportRow;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.patch.Patch;
import org.contacts4j.domain.validation.Fault;
import org.contacts4j.jdbi.mapping.Json;
import org.contacts4j.jdbi.mapping.Rows;
import org.contacts4j.jdbi.sql.StatementParameters;
import org.contacts4j.jdbi.transaction.UnitOfWork;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** The failed rows of imports, as received from the client. */
record FailedRows(UnitOfWork unitOfWork) {

    private static final String SELECT = """
            select row_number, cells, faults from import_failed_row
            where organization_id = :organization and import_id = :id and row_number > :after
            order by organization_id, import_id, row_number limit :limit
            """;

    private static final String ALL = """
            select row_number, cells, faults, import_id from import_failed_row
            where organization_id = :organization and (import_id, row_number) > (:job, :after)
            order by organization_id, import_id, row_number limit :limit
            """;

    private static final UUID FIRST = new UUID(0, 0);

    private static final String DELETE = """
            delete from import_failed_row
            where organization_id = :organization and import_id = :id and row_number = :row
            """;

    private static final String INSERT = """
            insert into import_failed_row (organization_id, import_id, row_number, cells, faults)
            values (:organization, :id, :row, :cells, :faults)
            """;

    void add(OrganizationId organization, ImportId id, List<FailedRow> rows) {
        unitOfWork.writeEach(
                organization,
                INSERT,
                rows,
                (parameters, failed) -> parameters
                        .uuid("id", id.value())
                        .number("row", failed.row().number())
                        .text("cells", Json.write(failed.row().cells()).replace("\\u0000", "\\uFFFD"))
                        .text("faults", Json.write(failed.faults())));
    }

    List<FailedRow> after(OrganizationId organization, ImportId id, long after, int limit) {
        try (Query query = unitOfWork.reading().createQuery(SELECT)) {
            new StatementParameters(query, unitOfWork.database())
                    .text("organization", organization.value())
                    .uuid("id", id.value())
                    .number("after", after)
                    .number("limit", limit);
            return Rows.all(query, (row, context) -> failure(row));
        }
    }

    List<FailedRowOfJob> after(OrganizationId organization, @Nullable FailedRowOfJob after, int limit) {
        try (Query query = unitOfWork.reading().createQuery(ALL)) {
            new StatementParameters(query, unitOfWork.database())
                    .text("organization", organization.value())
                    .uuid("job", after == null ? FIRST : after.job().value())
                    .number("after", after == null ? -1 : after.failed().row().number())
                    .number("limit", limit);
            return Rows.all(
                    query,
                    (row, context) -> new FailedRowOfJob(new ImportId(row.getObject(4, UUID.class)), failure(row)));
        }
    }

    void delete(OrganizationId organization, ImportId id, long number) {
        try (Update delete = unitOfWork.writing().createUpdate(DELETE)) {
            new StatementParameters(delete, unitOfWork.database())
                    .text("organization", organization.value())
                    .uuid("id", id.value())
                    .number("row", number);
            delete.execute();
        }
    }

    private static FailedRow failure(ResultSet row) throws SQLException {
        List<String> cells =
                Json.readList(row.getString(2)).stream().map(String::valueOf).toList();
        List<Fault> faults = Json.readList(row.getString(3)).stream()
                .map(fault -> (Map<?, ?>) fault)
                .map(fault -> new Fault(String.valueOf(fault.get("field")), String.valueOf(fault.get("message"))))
                .toList();
        return new FailedRow(new ImportRow(row.getLong(1), null, Patch.empty(), cells), faults);
    }
}
