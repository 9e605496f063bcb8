package org.contacts4j.jdbi.importing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.contacts4j.application.importing.FailedRow;
import org.contacts4j.application.importing.ImportId;
import org.contacts4j.application.importing.ImportJob;
import org.contacts4j.application.importing.ImportJobs;
import org.contacts4j.application.importing.ImportOptions;
import org.contacts4j.application.importing.ImportRow;
import org.contacts4j.application.importing.ImportState;
import org.contacts4j.application.importing.ImportSummary;
import org.contacts4j.application.importing.MatchBy;
import org.contacts4j.domain.Fault;
import org.contacts4j.domain.MemberId;
import org.contacts4j.domain.OrganizationId;
import org.contacts4j.domain.Patch;
import org.contacts4j.domain.Words;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.domain.organization.DataScope;
import org.contacts4j.domain.organization.Role;
import org.contacts4j.jdbi.Columns;
import org.contacts4j.jdbi.Json;
import org.contacts4j.jdbi.Parameters;
import org.contacts4j.jdbi.Rows;
import org.contacts4j.jdbi.Session;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.Update;

/** Jobs, the parts of their files and their failed rows in three tables. */
public final class JdbiImportJobs implements ImportJobs {

    private static final String COLUMNS = """
            organization_id, id, member_id, role, data_scope, match_by, update_existing, tags, file_name, is_json,
            state, columns, row_count, created, updated, skipped, failed, message, created_at, updated_at
            """;

    private static final String INSERT = "insert into import_job (" + COLUMNS + ", holder, held_until) values ("
            + ":organization, :id, :member, :role, :data, :matchBy, :updateExisting, :tags, :fileName, :isJson,"
            + " :state, :columns, :rows, :created, :updated, :skipped, :failed, :message, :createdAt, :updatedAt,"
            + " :holder, :until)";

    private static final String UPDATE = """
            update import_job set state = :state, columns = :columns, row_count = :rows, created = :created,
                updated = :updated, skipped = :skipped, failed = :failed, message = :message,
                updated_at = :updatedAt, held_until = :until
            where organization_id = :organization and id = :id and holder = :holder
            """;

    private static final String FIND =
            "select " + COLUMNS + " from import_job where organization_id = :organization and id = :id";

    private static final String NEXT = "select " + COLUMNS + """
            from import_job where organization_id = :organization and held_until <= :now
            and state not in ('done', 'failed')
            order by organization_id, created_at, id limit 1 for update
            """;

    private static final String WAITING = """
            select distinct organization_id from import_job
            where held_until <= :now and state not in ('done', 'failed') order by organization_id
            """;

    private static final String HOLD = """
            update import_job set holder = :holder, held_until = :until
            where organization_id = :organization and id = :id
            """;

    private static final String FAILURES = """
            select row_number, cells, faults from import_failed_row
            where organization_id = :organization and import_id = :id and row_number > :after
            order by organization_id, import_id, row_number limit :limit
            """;

    private static final String ADD_FAILURE = """
            insert into import_failed_row (organization_id, import_id, row_number, cells, faults)
            values (:organization, :id, :row, :cells, :faults)
            """;

    private final Session session;

    public JdbiImportJobs(Session session) {
        this.session = session;
    }

    @Override
    public void insert(OrganizationId organization, ImportJob job, UUID holder, Instant until) {
        try (Update insert = session.locking().createUpdate(INSERT)) {
            Caller caller = job.caller();
            state(new Parameters(insert, session.database()), organization, job, holder, until)
                    .text("member", caller.member().value())
                    .word("role", caller.role())
                    .word("data", caller.data())
                    .word("matchBy", job.options().matchBy())
                    .flag("updateExisting", job.options().updateExisting())
                    .texts("tags", job.options().tags())
                    .text("fileName", job.fileName())
                    .flag("isJson", job.isJson())
                    .time("createdAt", job.createdAt());
            insert.execute();
        }
    }

    @Override
    public Optional<ImportJob> find(OrganizationId organization, ImportId id) {
        try (Query query = session.reading().createQuery(FIND)) {
            of(query, organization, id);
            return Rows.first(query, (row, context) -> job(row));
        }
    }

    @Override
    public Optional<ImportJob> claim(OrganizationId organization, UUID holder, Instant now, Instant until) {
        Handle handle = session.locking();
        Optional<ImportJob> next;
        try (Query query = handle.createQuery(NEXT)) {
            new Parameters(query, session.database())
                    .text("organization", organization.value())
                    .time("now", now);
            next = Rows.first(query, (row, context) -> job(row));
        }
        next.ifPresent(job -> {
            try (Update hold = handle.createUpdate(HOLD)) {
                of(hold, organization, job.id()).uuid("holder", holder).time("until", until);
                hold.execute();
            }
        });
        return next;
    }

    @Override
    public boolean update(OrganizationId organization, ImportJob job, UUID holder, Instant until) {
        try (Update update = session.locking().createUpdate(UPDATE)) {
            state(new Parameters(update, session.database()), organization, job, holder, until);
            return update.execute() == 1;
        }
    }

    @Override
    public void addPart(OrganizationId organization, ImportId id, int number, byte[] bytes) {
        sql().addPart(organization.value(), id.value(), number, bytes);
    }

    @Override
    public Optional<byte[]> part(OrganizationId organization, ImportId id, int number) {
        return session.reading().attach(ImportSql.class).part(organization.value(), id.value(), number);
    }

    @Override
    public void deleteParts(OrganizationId organization, ImportId id) {
        sql().deleteParts(organization.value(), id.value());
    }

    @Override
    public void addFailures(OrganizationId organization, ImportId id, List<FailedRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedBatch batch = session.locking().prepareBatch(ADD_FAILURE)) {
            for (FailedRow failed : rows) {
                new Parameters(batch, session.database())
                        .text("organization", organization.value())
                        .uuid("id", id.value())
                        .number("row", failed.row().number())
                        .text("cells", Json.write(failed.row().cells()).replace("\\u0000", "\\uFFFD"))
                        .text("faults", Json.write(failed.faults()));
                batch.add();
            }
            batch.execute();
        }
    }

    @Override
    public List<FailedRow> failures(OrganizationId organization, ImportId id, long after, int limit) {
        try (Query query = session.reading().createQuery(FAILURES)) {
            of(query, organization, id).number("after", after).number("limit", limit);
            return Rows.all(query, (row, context) -> failure(row));
        }
    }

    /** The organisations that have jobs which are not at their end, and which nobody holds at this time. */
    public List<OrganizationId> organizations(Instant now) {
        try (Query query = session.reading().createQuery(WAITING)) {
            new Parameters(query, session.database()).time("now", now);
            return Rows.all(query, (row, context) -> new OrganizationId(row.getString(1)));
        }
    }

    private static Parameters state(
            Parameters parameters, OrganizationId organization, ImportJob job, UUID holder, Instant until) {
        return parameters
                .text("organization", organization.value())
                .uuid("id", job.id().value())
                .word("state", job.state())
                .texts("columns", job.columns())
                .number("rows", job.rows())
                .number("created", job.summary().created())
                .number("updated", job.summary().updated())
                .number("skipped", job.summary().skipped())
                .number("failed", job.summary().failed())
                .text("message", job.message())
                .time("updatedAt", job.updatedAt())
                .uuid("holder", holder)
                .time("until", until);
    }

    private Parameters of(SqlStatement<?> statement, OrganizationId organization, ImportId id) {
        return new Parameters(statement, session.database())
                .text("organization", organization.value())
                .uuid("id", id.value());
    }

    private static ImportJob job(ResultSet row) throws SQLException {
        Columns columns = new Columns(row);
        OrganizationId organization = new OrganizationId(columns.text());
        ImportId id = new ImportId(columns.uuid());
        Caller caller = new Caller(
                organization,
                new MemberId(columns.text()),
                Words.find(Role.class, columns.text()).orElseThrow(),
                Words.find(DataScope.class, columns.text()).orElseThrow());
        ImportOptions options = new ImportOptions(
                Words.find(MatchBy.class, columns.text()).orElseThrow(), columns.flag(), false, columns.texts());
        return new ImportJob(
                id,
                caller,
                options,
                columns.text(),
                columns.flag(),
                Words.find(ImportState.class, columns.text()).orElseThrow(),
                columns.texts(),
                columns.number(),
                new ImportSummary(
                        columns.number(), columns.number(), columns.number(), columns.number(), List.of(), false),
                columns.textOrNull(),
                columns.time(),
                columns.time());
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

    private ImportSql sql() {
        return session.locking().attach(ImportSql.class);
    }
}
