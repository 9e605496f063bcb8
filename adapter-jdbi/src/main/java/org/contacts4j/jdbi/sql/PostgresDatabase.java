package org.contacts4j.jdbi.sql;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.StatementCustomizer;
import org.postgresql.PGStatement;

/**
 * PostgreSQL.
 *
 * @param isDistributed whether the tables are distributed by organization with Citus, which requires that each statement
 *     compares the organization of every table with a plain parameter
 */
public record PostgresDatabase(boolean isDistributed) implements Database {

    /**
     * Disables server-side preparation, so that PostgreSQL plans each execution with the current parameter values.
     */
    private static final StatementCustomizer EACH_TIME = new StatementCustomizer() {
        @Override
        public void beforeExecution(PreparedStatement statement, StatementContext context) throws SQLException {
            statement.unwrap(PGStatement.class).setPrepareThreshold(0);
        }
    };

    /** The bounds of the histogram that ANALYZE makes of a column, for the table that statements find by this name. */
    private static final String SAMPLE = """
            select unnest(cast(cast(histogram_bounds as text) as text[]))
            from pg_stats
            join pg_namespace on pg_namespace.nspname = pg_stats.schemaname
            join pg_class on pg_class.relnamespace = pg_namespace.oid and pg_class.relname = pg_stats.tablename
            where pg_class.oid = to_regclass('%s') and pg_stats.attname = '%s'
            """;

    @Override
    public String complete(String url) {
        return url;
    }

    @Override
    public String timeoutStatement() {
        // Parallel workers are disabled: otherwise one search would take several processors from other
        // organizations.
        return "set statement_timeout = " + STATEMENT_TIMEOUT_MILLIS + "; set max_parallel_workers_per_gather = 0";
    }

    @Override
    public String forUpdate(String alias) {
        // Keys do not change, so transactions that only reference the row need not wait.
        return "for no key update of " + alias;
    }

    @Override
    public void useCustomPlan(Query query) {
        query.addCustomizer(EACH_TIME);
    }

    @Override
    public Optional<String> requestForFileRewrite() {
        return Optional.empty();
    }

    @Override
    public Optional<String> sampleOf(String table, String column) {
        return isDistributed ? Optional.empty() : Optional.of(SAMPLE.formatted(table, column));
    }

    @Override
    public Optional<String> vacuum(String table) {
        // Truncating the file would lock out writers.
        return Optional.of("vacuum (skip_locked, truncate off) " + table);
    }

    @Override
    public String anyText(String parameter) {
        return isDistributed ? parameter : "(select " + parameter + ")";
    }

    @Override
    public String anyTexts(String parameter) {
        return "cast(" + anyText(parameter) + " as text[])";
    }

    @Override
    public String joinOrganization(String table, String subquery, String parameter) {
        return table + ".organization_id = " + (isDistributed ? parameter : subquery + ".organization_id");
    }

    @Override
    public String unindexed(String column) {
        return isDistributed ? column : column + " || ''";
    }

    @Override
    public String deleteReturning(String columns, String delete) {
        return delete + " returning " + columns;
    }

    @Override
    public String anyUnlocked(String table, int limit) {
        return """
                and ctid = any(array(
                    select ctid from %s where organization_id = :organization limit %d for update skip locked))
                """.formatted(table, limit);
    }

    @Override
    public String containsAll(String column, String parameter) {
        return column + " @> :" + parameter;
    }

    @Override
    public String rows(String name, String... parameters) {
        return Arrays.stream(parameters)
                .map(parameter -> ":" + parameter)
                .collect(Collectors.joining(", ", "unnest(", ") as " + name));
    }

    @Override
    public String lookUp(String table, String column, String type) {
        return " from " + table + " r where r.organization_id = :organization and r." + column + " = any(:wanted)";
    }

    @Override
    public String hasKey(String column, String parameter) {
        return "jsonb_exists(%s, :%s)".formatted(column, parameter);
    }

    @Override
    public String containsAny(String column, String parameter) {
        return column + " && :" + parameter;
    }

    @Override
    public Argument json(String json) {
        return (position, statement, context) -> statement.setObject(position, json, Types.OTHER);
    }

    @Override
    public Argument sortKey(String key) {
        return (position, statement, context) -> statement.setString(position, key);
    }

    @Override
    public Argument sortKeys(Collection<String> keys) {
        return (position, statement, context) ->
                statement.setArray(position, context.getConnection().createArrayOf("text", keys.toArray()));
    }

    @Override
    public String productName() {
        return "postgresql";
    }

    @Override
    public boolean locksReferencedRows() {
        return true;
    }

    @Override
    public boolean batchesShareSnapshot() {
        // Citus may execute each common table expression as a statement of its own.
        return !isDistributed;
    }

    @Override
    public boolean batchesWrites() {
        return true;
    }

    @Override
    public boolean supportsSingleStatementPage() {
        return true;
    }

    @Override
    public boolean needsSortColumnCondition() {
        return false;
    }

    @Override
    public boolean indexesArrays() {
        return true;
    }

    @Override
    public boolean indexesTexts() {
        return true;
    }

    @Override
    public FilterTexts filterTexts() {
        return FilterTexts.JSONB;
    }
}
