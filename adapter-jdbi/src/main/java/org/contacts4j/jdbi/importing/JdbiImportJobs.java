package org.contacts4j.jdbi.importing;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.contacts4j.application.importing.FailedRow;
import org.contacts4j.application.importing.FailedRowOfJob;
import org.contacts4j.application.importing.ImportId;
import org.contacts4j.application.importing.ImportJob;
import org.contacts4j.application.importing.ImportJobs;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.jdbi.mapping.Rows;
import org.contacts4j.jdbi.sql.StatementParameters;
import org.contacts4j.jdbi.transaction.UnitOfWork;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** {@link ImportJobs} in three tables: jobs, file parts, and failed rows. */
public final class JdbiImportJobs implements ImportJobs {

    private static final ImportJobRow ROW = new ImportJobRow();
    private static final String COLUMNS = ImportJobRow.COLUMNS;

    private static final String START_UNDO = """
            update import_job set state = :state, attempts = :attempts, updated_at = :updatedAt,
                undo_member = :undoMember, undo_role = :undoRole, undo_data_scope = :undoData,
                undo_removed = :undoRemoved, undo_restored = :undoRestored, undo_kept = :undoKept,
                held_until = :updatedAt
            where organization_id = :organization and id = :id and state in ('done', 'failed')
            """;

    private static final String INSERT = "insert into import_job (" + COLUMNS + ", holder, held_until) values ("
            + ":organization, :id, :member, :role, :data, :matchBy, :updateExisting, :tags, :clearDnc,"
            + " :charset, :separator, :mapping, :customFields, :dateFormat, :decimal, :fileName, :isJson, :state, :columns, :rows, :created, :updated, :skipped, :failed, :warned, :message, :attempts, :createdAt,"
            + " :updatedAt, :undoMember, :undoRole, :undoData, :undoRemoved, :undoRestored, :undoKept, :holder, :until)";

    private static final String UPDATE = """
            update import_job set state = :state, columns = :columns, row_count = :rows, created = :created,
                updated = :updated, skipped = :skipped, failed = :failed, warned = :warned, message = :message,
                attempts = :attempts, updated_at = :updatedAt, held_until = :until,
                undo_removed = :undoRemoved, undo_restored = :undoRestored, undo_kept = :undoKept
            where organization_id = :organization and id = :id and holder = :holder
            """;

    private static final String FIND =
            "select " + COLUMNS + " from import_job where organization_id = :organization and id = :id";

    private static final String NEXT = "select " + COLUMNS + """
            from import_job where organization_id = :organization and held_until <= :now
            and state not in ('done', 'failed', 'undone')
            order by organization_id, created_at, id limit 1 for update
            """;

    private static final String HOLD = """
            update import_job set holder = :holder, held_until = :until, attempts = :attempts
            where organization_id = :organization and id = :id
            """;

    private final UnitOfWork unitOfWork;

    public JdbiImportJobs(UnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    @Override
    public void insert(OrganizationId organization, ImportJob job, UUID holder, Instant until) {
        try (Update insert = unitOfWork.locking().createUpdate(INSERT)) {
            StatementParameters parameters = held(insert, organization, job.id(), holder, until);
            ImportJobRow.bindRequest(parameters, job);
            ImportJobRow.bindProgress(parameters, job);
            ImportJobRow.bindUndoer(parameters, job);
            insert.execute();
        }
    }

    @Override
    public Optional<ImportJob> find(OrganizationId organization, ImportId id) {
        try (Query query = unitOfWork.reading().createQuery(FIND)) {
            of(query, organization, id);
            return Rows.first(query, ROW);
        }
    }

    @Override
    public Optional<ImportJob> claim(OrganizationId organization, UUID holder, Instant now, Instant until) {
        Handle handle = unitOfWork.locking();
        Optional<ImportJob> next;
        try (Query query = handle.createQuery(NEXT)) {
            new StatementParameters(query, unitOfWork.database())
                    .text("organization", organization.value())
                    .time("now", now);
            next = Rows.first(query, ROW).map(job -> job.after(job.attempts() + 1));
        }
        next.ifPresent(job -> {
            try (Update hold = handle.createUpdate(HOLD)) {
                held(hold, organization, job.id(), holder, until).number("attempts", job.attempts());
                hold.execute();
            }
        });
        return next;
    }

    @Override
    public boolean update(OrganizationId organization, ImportJob job, UUID holder, Instant until) {
        try (Update update = unitOfWork.locking().createUpdate(UPDATE)) {
            ImportJobRow.bindProgress(held(update, organization, job.id(), holder, until), job);
            return update.execute() == 1;
        }
    }

    @Override
    public boolean startUndo(OrganizationId organization, ImportJob undoing) {
        try (Update start = unitOfWork.writing().createUpdate(START_UNDO)) {
            StatementParameters parameters = of(start, organization, undoing.id());
            ImportJobRow.bindUndoer(parameters, undoing);
            ImportJobRow.bindUndo(parameters, undoing);
            parameters
                    .word("state", undoing.state())
                    .number("attempts", undoing.attempts())
                    .time("updatedAt", undoing.updatedAt());
            return start.execute() == 1;
        }
    }

    @Override
    public void addPart(OrganizationId organization, ImportId id, int number, byte[] bytes) {
        sql().addPart(organization.value(), id.value(), number, bytes);
    }

    @Override
    public Optional<byte[]> part(OrganizationId organization, ImportId id, int number) {
        return unitOfWork.reading().attach(ImportSql.class).part(organization.value(), id.value(), number);
    }

    @Override
    public void deleteParts(OrganizationId organization, ImportId id) {
        sql().deleteParts(organization.value(), id.value());
    }

    @Override
    public void addFailures(OrganizationId organization, ImportId id, List<FailedRow> rows) {
        new FailedRows(unitOfWork).add(organization, id, rows);
    }

    @Override
    public List<FailedRow> failures(OrganizationId organization, ImportId id, long after, int limit) {
        return new FailedRows(unitOfWork).after(organization, id, after, limit);
    }

    @Override
    public List<FailedRowOfJob> failures(OrganizationId organization, @Nullable FailedRowOfJob after, int limit) {
        return new FailedRows(unitOfWork).after(organization, after, limit);
    }

    @Override
    public void deleteFailure(OrganizationId organization, ImportId id, long number) {
        new FailedRows(unitOfWork).delete(organization, id, number);
    }

    @Override
    public boolean isAnyOpen(OrganizationId organization) {
        return unitOfWork
                .reading()
                .attach(ImportSql.class)
                .anyOpen(organization.value())
                .isPresent();
    }

    @Override
    public Optional<ImportId> endedBefore(OrganizationId organization, Instant time) {
        return unitOfWork
                .reading()
                .attach(ImportSql.class)
                .endedBefore(organization.value(), time.atOffset(ZoneOffset.UTC))
                .map(ImportId::new);
    }

    @Override
    public int deleteFailures(OrganizationId organization, ImportId id, int limit) {
        return sql().deleteFailures(organization.value(), id.value(), limit);
    }

    @Override
    public void delete(OrganizationId organization, ImportId id) {
        sql().delete(organization.value(), id.value());
    }

    private StatementParameters held(
            SqlStatement<?> statement, OrganizationId organization, ImportId id, UUID holder, Instant until) {
        return of(statement, organization, id).uuid("holder", holder).time("until", until);
    }

    private StatementParameters of(SqlStatement<?> statement, OrganizationId organization, ImportId id) {
        return new StatementParameters(statement, unitOfWork.database())
                .text("organization", organization.value())
                .uuid("id", id.value());
    }

    private ImportSql sql() {
        return unitOfWork.locking().attach(ImportSql.class);
    }
}
