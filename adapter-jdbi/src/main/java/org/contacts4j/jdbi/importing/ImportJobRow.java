package org.contacts4j.jdbi.importing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.contacts4j.application.importing.FileOptions;
import org.contacts4j.application.importing.ImportId;
import org.contacts4j.application.importing.ImportJob;
import org.contacts4j.application.importing.ImportOptions;
import org.contacts4j.application.importing.ImportState;
import org.contacts4j.application.importing.ImportSummary;
import org.contacts4j.application.importing.matching.MatchBy;
import org.contacts4j.application.importing.undo.ImportUndo;
import org.contacts4j.domain.EnumNames;
import org.contacts4j.domain.customfield.LocalForms;
import org.contacts4j.domain.id.MemberId;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.domain.organization.DataScope;
import org.contacts4j.domain.organization.Role;
import org.contacts4j.jdbi.mapping.ColumnReader;
import org.contacts4j.jdbi.sql.StatementParameters;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Maps import job rows. Reads the columns in the order of {@link #COLUMNS}. */
final class ImportJobRow implements RowMapper<ImportJob> {

    static final String COLUMNS = """
            organization_id, id, member_id, role, data_scope, match_by, update_existing, tags, clear_dnc,
            charset, separator, column_mapping, custom_fields, date_format, decimal_mark, file_name, is_json, state, columns, row_count, created, updated, skipped, failed, warned, message, attempts,
            created_at, updated_at, undo_member, undo_role, undo_data_scope, undo_removed, undo_restored, undo_kept
            """;

    /** Binds the columns that never change. */
    static void bindRequest(StatementParameters parameters, ImportJob job) {
        Caller caller = job.caller();
        FileOptions file = job.options().file();
        @Nullable Character separator = file.separator();
        parameters
                .text("member", caller.member().value())
                .word("role", caller.role())
                .word("data", caller.data())
                .word("matchBy", job.options().matchBy())
                .flag("updateExisting", job.options().updateExisting())
                .texts("tags", job.options().tags())
                .flag("clearDnc", job.options().clearDoNotContact())
                .text("charset", file.charset())
                .text("separator", separator == null ? null : separator.toString())
                .texts("mapping", pairs(file.mapping()))
                .texts("customFields", pairs(file.customFields()))
                .text("dateFormat", file.forms().dateFormat())
                .text("decimal", file.forms().decimal())
                .text("fileName", job.fileName())
                .flag("isJson", job.isJson())
                .time("createdAt", job.createdAt());
    }

    /** Binds the columns with the state and progress of the job. */
    static void bindProgress(StatementParameters parameters, ImportJob job) {
        parameters
                .word("state", job.state())
                .texts("columns", job.columns())
                .number("rows", job.rows())
                .number("created", job.summary().created())
                .number("updated", job.summary().updated())
                .number("skipped", job.summary().skipped())
                .number("failed", job.summary().failed())
                .number("warned", job.summary().warned())
                .text("message", job.message())
                .number("attempts", job.attempts())
                .time("updatedAt", job.updatedAt());
        bindUndo(parameters, job);
    }

    /** Binds the columns with the caller of the undo. */
    static void bindUndoer(StatementParameters parameters, ImportJob job) {
        @Nullable ImportUndo undo = job.undo();
        parameters
                .text("undoMember", undo == null ? null : undo.caller().member().value())
                .word("undoRole", undo == null ? null : undo.caller().role())
                .word("undoData", undo == null ? null : undo.caller().data());
    }

    /** Binds the columns with the progress of the undo. */
    static void bindUndo(StatementParameters parameters, ImportJob job) {
        @Nullable ImportUndo undo = job.undo();
        parameters
                .number("undoRemoved", undo == null ? 0 : undo.removed())
                .number("undoRestored", undo == null ? 0 : undo.restored())
                .number("undoKept", undo == null ? 0 : undo.kept());
    }

    @Override
    public ImportJob map(ResultSet row, StatementContext context) throws SQLException {
        ColumnReader columns = new ColumnReader(row);
        OrganizationId organization = new OrganizationId(columns.text());
        ImportId id = new ImportId(columns.uuid());
        Caller caller = caller(organization, new MemberId(columns.text()), columns.text(), columns.text());
        ImportOptions options = new ImportOptions(
                EnumNames.find(MatchBy.class, columns.text()).orElseThrow(),
                columns.flag(),
                false,
                columns.texts(),
                columns.flag(),
                file(columns));
        return new ImportJob(
                id,
                caller,
                options,
                columns.text(),
                columns.flag(),
                EnumNames.find(ImportState.class, columns.text()).orElseThrow(),
                columns.texts(),
                columns.number(),
                ImportSummary.counts(
                        columns.number(), columns.number(), columns.number(), columns.number(), columns.number()),
                columns.textOrNull(),
                Math.toIntExact(columns.number()),
                columns.time(),
                columns.time(),
                undo(organization, columns));
    }

    private static @Nullable ImportUndo undo(OrganizationId organization, ColumnReader columns) throws SQLException {
        @Nullable MemberId member = columns.memberOrNull();
        @Nullable String role = columns.textOrNull();
        @Nullable String data = columns.textOrNull();
        return member == null || role == null || data == null
                ? null
                : new ImportUndo(
                        caller(organization, member, role, data), columns.number(), columns.number(), columns.number());
    }

    private static Caller caller(OrganizationId organization, MemberId member, String role, String data) {
        return new Caller(
                organization,
                member,
                EnumNames.find(Role.class, role).orElseThrow(),
                EnumNames.find(DataScope.class, data).orElseThrow());
    }

    private static FileOptions file(ColumnReader columns) throws SQLException {
        @Nullable String charset = columns.textOrNull();
        @Nullable String separator = columns.textOrNull();
        Map<String, String> mapping = map(columns.texts());
        Map<String, String> customFields = map(columns.texts());
        return new FileOptions(
                charset,
                separator == null ? null : separator.charAt(0),
                mapping,
                new LocalForms(columns.textOrNull(), columns.textOrNull()),
                customFields);
    }

    /** Returns the map of these names and values in turn. */
    private static Map<String, String> map(List<String> pairs) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.size(); i += 2) {
            map.put(pairs.get(i), pairs.get(i + 1));
        }
        return map;
    }

    /** Returns the names and values in turn. */
    private static List<String> pairs(Map<String, String> mapping) {
        return mapping.entrySet().stream()
                .flatMap(entry -> Stream.of(entry.getKey(), entry.getValue()))
                .toList();
    }
}
