package org.contacts4j.jdbi.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Collectors;
import org.contacts4j.domain.audit.AuditAction;
import org.contacts4j.domain.audit.AuditEntry;
import org.contacts4j.domain.id.MemberId;
import org.contacts4j.domain.organization.Origin;
import org.contacts4j.jdbi.mapping.ColumnReader;
import org.contacts4j.jdbi.mapping.Json;
import org.contacts4j.jdbi.sql.StatementParameters;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Maps audit rows. Reads the columns in the order of {@link #COLUMNS}. */
public final class AuditEntryRow implements RowMapper<AuditEntry> {

    static final String COLUMNS =
            "r.id, r.created_at, r.actor, r.action, r.subject_id, r.address, r.request_id, r.details";

    @Override
    public AuditEntry map(ResultSet row, StatementContext context) throws SQLException {
        ColumnReader columns = new ColumnReader(row);
        return new AuditEntry(
                columns.uuid(),
                columns.time(),
                columns.memberOrNull(),
                AuditAction.find(columns.text()).orElseThrow(),
                columns.textOrNull(),
                new Origin(columns.textOrNull(), columns.textOrNull()),
                details(columns.text()));
    }

    /**
     * Binds every column except the organization. The names differ from those of other statements, which one round trip
     * may execute together with this one.
     */
    static void bind(StatementParameters parameters, AuditEntry entry) {
        @Nullable MemberId actor = entry.actor();
        parameters
                .uuid("auditId", entry.id())
                .time("auditAt", entry.at())
                .text("auditActor", actor == null ? null : actor.value())
                .text("auditAction", entry.action().text())
                .text("auditSubject", entry.subjectId())
                .text("auditAddress", entry.origin().address())
                .text("auditRequest", entry.origin().requestId())
                .text("auditDetails", Json.write(entry.details()));
    }

    private static Map<String, String> details(String json) {
        return Json.readData(json).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> String.valueOf(entry.getValue())));
    }
}
