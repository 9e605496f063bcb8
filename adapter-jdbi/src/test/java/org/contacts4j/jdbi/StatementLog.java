package org.contacts4j.jdbi;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Pattern;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;

/** Every statement that was issued, once. */
final class StatementLog implements SqlLogger {

    private static final Pattern ORGANIZATION_TABLE = Pattern.compile(
            "\\b(from|join|update|into)\\s+"
                    + "(company|contact|contact_event|contact_match_key|import_lock|import_part|import_failed_row|record_count|custom_field|custom_field_folder|custom_value|tag)\\b");
    private static final Pattern ORGANIZATION = Pattern.compile("\\borganization_id\\b");

    private final Set<String> statements = new ConcurrentSkipListSet<>();

    @Override
    public void logBeforeExecution(StatementContext context) {
        statements.add(String.valueOf(context.getRenderedSql()));
    }

    Set<String> statements() {
        return statements;
    }

    /** Statements that touch more of the organisations' tables than they name an organisation for. */
    List<String> withoutOrganization() {
        return statements.stream().filter(StatementLog::forgetsOrganization).toList();
    }

    private static boolean forgetsOrganization(String sql) {
        long tables = ORGANIZATION_TABLE.matcher(sql).results().count();
        long bounds = ORGANIZATION.matcher(sql).results().count();
        return tables > 0 && (bounds < tables || !sql.contains(":organization"));
    }
}
