package org.contacts4j.jdbi.sql;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.statement.Query;

/** H2 in its PostgreSQL mode. */
public record H2Database() implements Database {

    // WRITE_DELAY=0: the committing thread writes all commits up to its own before the commit returns. With a
    // delay, H2's background threads write, and a kill can leave a file that H2 cannot read.
    // TRACE_LEVEL_FILE=0: otherwise H2 writes errors with values of rows to a file beside the database.
    // OPTIMIZE_REUSE_RESULTS=0: otherwise a repeated query may return a result without the writes in between.
    private static final Map<String, String> REQUIRED = Map.of(
            "MODE", "PostgreSQL",
            "DATABASE_TO_LOWER", "TRUE",
            "DEFAULT_NULL_ORDERING", "HIGH",
            "WRITE_DELAY", "0",
            "TRACE_LEVEL_FILE", "0",
            "OPTIMIZE_REUSE_RESULTS", "0",
            "QUERY_CACHE_SIZE", "64", // creating one contact already takes more than the default of eight
            "DB_CLOSE_ON_EXIT", "FALSE",
            "LOCK_TIMEOUT", "4000");

    @Override
    public String complete(String url) {
        StringBuilder complete = new StringBuilder(url);
        if (url.startsWith("jdbc:h2:mem:") && !mentions(url, "DB_CLOSE_DELAY")) {
            complete.append(";DB_CLOSE_DELAY=-1");
        }
        REQUIRED.forEach((setting, value) -> {
            if (!mentions(url, setting)) {
                complete.append(';').append(setting).append('=').append(value);
            }
        });
        return complete.toString();
    }

    @Override
    public String timeoutStatement() {
        return "set query_timeout " + STATEMENT_TIMEOUT_MILLIS;
    }

    @Override
    public String forUpdate(String alias) {
        return "for update";
    }

    @Override
    public void useCustomPlan(Query query) {
        // H2 ignores parameter values when it plans a query.
    }

    @Override
    public Optional<String> requestForFileRewrite() {
        return Optional.of("insert into file_rewrite (requested_at) values (current_timestamp)");
    }

    @Override
    public Optional<String> sampleOf(String table, String column) {
        return Optional.empty();
    }

    @Override
    public Optional<String> vacuum(String table) {
        return Optional.empty();
    }

    @Override
    public String anyText(String parameter) {
        return parameter;
    }

    @Override
    public String joinOrganization(String table, String subquery, String parameter) {
        return table + ".organization_id = " + subquery + ".organization_id";
    }

    @Override
    public String unindexed(String column) {
        return column;
    }

    @Override
    public String anyTexts(String parameter) {
        return parameter;
    }

    @Override
    public String deleteReturning(String columns, String delete) {
        return "select %s from old table (%s)".formatted(columns, delete);
    }

    @Override
    public String anyUnlocked(String table, int limit) {
        return "limit " + limit;
    }

    @Override
    public String containsAll(String column, String parameter) {
        return "not exists (select 1 from unnest(cast(:%s as varchar array)) wanted (element)".formatted(parameter)
                + " where not array_contains(%s, wanted.element))".formatted(column);
    }

    @Override
    public String rows(String name, String... parameters) {
        return Arrays.stream(parameters)
                .map(parameter -> "cast(:" + parameter + " as varchar array)")
                .collect(Collectors.joining(", ", "unnest(", ") " + name));
    }

    @Override
    public String lookUp(String table, String column, String type) {
        return " from unnest(cast(:wanted as " + type + " array)) wanted (element) left join " + table
                + " r on r.organization_id = :organization and r." + column + " = wanted.element"
                + " where r.organization_id = :organization";
    }

    @Override
    public String hasKey(String column, String parameter) {
        return "position('\"' || cast(:%s as varchar) || '\":' in %s) > 0".formatted(parameter, column);
    }

    @Override
    public String containsAny(String column, String parameter) {
        return "exists (select 1 from unnest(cast(:%s as varchar array)) wanted (element)".formatted(parameter)
                + " where array_contains(%s, wanted.element))".formatted(column);
    }

    @Override
    public Argument json(String json) {
        return (position, statement, context) -> statement.setString(position, json);
    }

    @Override
    public Argument sortKey(String key) {
        return (position, statement, context) -> statement.setBytes(position, key.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Argument sortKeys(Collection<String> keys) {
        Object[] elements =
                keys.stream().map(key -> key.getBytes(StandardCharsets.UTF_8)).toArray();
        return (position, statement, context) ->
                statement.setArray(position, context.getConnection().createArrayOf("varbinary", elements));
    }

    @Override
    public String productName() {
        return "h2";
    }

    @Override
    public boolean locksReferencedRows() {
        return false;
    }

    @Override
    public boolean batchesShareSnapshot() {
        return false;
    }

    @Override
    public boolean batchesWrites() {
        return false;
    }

    @Override
    public boolean supportsSingleStatementPage() {
        return false;
    }

    @Override
    public boolean needsSortColumnCondition() {
        return true;
    }

    @Override
    public boolean indexesArrays() {
        return false;
    }

    @Override
    public boolean indexesTexts() {
        return false;
    }

    @Override
    public FilterTexts filterTexts() {
        return FilterTexts.SEPARATED;
    }

    private static boolean mentions(String url, String setting) {
        return url.toUpperCase(Locale.ROOT).contains(";" + setting + "=");
    }
}
