package org.contacts4j.jdbi.sql;

import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.contacts4j.jdbi.CannotOpenDatabase;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.StatementCustomizer;
import org.postgresql.PGStatement;

/** The supported databases, and the SQL that differs between them. All other statements are the same for both. */
public enum Database {
    H2 {
        // WRITE_DELAY=0: the committing thread writes all commits up to its own before the commit returns. With a
        // delay, H2's background threads write, and a kill can leave a file that H2 cannot read.
        // OPTIMIZE_REUSE_RESULTS=0: otherwise a repeated query may return a result without the writes in between.
        private static final Map<String, String> REQUIRED = Map.of(
                "MODE", "PostgreSQL",
                "DATABASE_TO_LOWER", "TRUE",
                "DEFAULT_NULL_ORDERING", "HIGH",
                "WRITE_DELAY", "0",
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
        public String anyText(String parameter) {
            return parameter;
        }

        @Override
        public String anyTexts(String parameter) {
            return parameter;
        }

        @Override
        public String take(String columns, String delete) {
            return "select %s from old table (%s)".formatted(columns, delete);
        }

        @Override
        public String anyUnlocked(String table, int limit) {
            return " limit " + limit;
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
            Object[] elements = keys.stream()
                    .map(key -> key.getBytes(StandardCharsets.UTF_8))
                    .toArray();
            return (position, statement, context) ->
                    statement.setArray(position, context.getConnection().createArrayOf("varbinary", elements));
        }
    },

    POSTGRESQL {
        /**
         * Disables server-side preparation, so that PostgreSQL plans each execution with the current parameter values.
         */
        private static final StatementCustomizer EACH_TIME = new StatementCustomizer() {
            @Override
            public void beforeExecution(PreparedStatement statement, StatementContext context) throws SQLException {
                statement.unwrap(PGStatement.class).setPrepareThreshold(0);
            }
        };

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
        public String anyText(String parameter) {
            return "(select " + parameter + ")";
        }

        @Override
        public String anyTexts(String parameter) {
            return "cast(" + anyText(parameter) + " as text[])";
        }

        @Override
        public String take(String columns, String delete) {
            return delete + " returning " + columns;
        }

        @Override
        public String anyUnlocked(String table, int limit) {
            return " where ctid = any(array(select ctid from %s limit %d for update skip locked))"
                    .formatted(table, limit);
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
    };

    static final int STATEMENT_TIMEOUT_MILLIS = 5_000;

    public static Database of(String url) {
        return Arrays.stream(values())
                .filter(database -> url.startsWith("jdbc:" + database.word() + ":"))
                .findFirst()
                .orElseThrow(() ->
                        new CannotOpenDatabase("The database URL must begin with jdbc:h2: or jdbc:postgresql:, unlike "
                                + url.split("[?;]", 2)[0]));
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Returns the class path location of this database's migrations. It differs from where an embedding application has
     * its own migrations.
     */
    public String migrations() {
        return "classpath:org/contacts4j/jdbi/migration/" + word();
    }

    /**
     * Returns the URL with the settings that Contacts4J depends on. Settings that the URL already has are not changed.
     */
    public abstract String complete(String url);

    /**
     * Returns the statement that initializes a new connection. It sets the statement timeout and, on PostgreSQL,
     * disables parallel workers.
     */
    public abstract String timeoutStatement();

    /** Returns the clause that locks the rows of {@code alias} against other writers until the transaction ends. */
    public abstract String forUpdate(String alias);

    /**
     * Returns whether a foreign key keeps the referenced row from being deleted by another transaction until this one
     * ends. H2 checks that the row exists but does not lock it, so a transaction that references a row must lock it.
     */
    public boolean locksReferencedRows() {
        return this == POSTGRESQL;
    }

    /** Returns whether several writing statements can be combined into one with common table expressions. */
    public boolean batchesWrites() {
        return this == POSTGRESQL;
    }

    /**
     * Plans a query by its parameter values. Use this where the best plan depends on them, such as a rare or a common
     * word.
     */
    public abstract void useCustomPlan(Query query);

    /**
     * Returns a text parameter for a statement whose best plan does not depend on the value. PostgreSQL plans anew on
     * each execution as long as custom plans seem cheaper than a generic one. For a page, planning takes longer than
     * the query. PostgreSQL ignores values that come from a {@code select}.
     */
    public abstract String anyText(String parameter);

    /** Returns an array parameter of texts that PostgreSQL plans like {@link #anyText}. */
    public abstract String anyTexts(String parameter);

    /**
     * Returns whether expressions that do not depend on the row are evaluated once for each statement. This concerns
     * common table expressions that a statement references several times, and a {@code select} among its columns.
     */
    public boolean supportsSingleStatementPage() {
        return this == POSTGRESQL;
    }

    /**
     * Returns whether the planner uses an index in the list's order only when a condition names the leading sort
     * column.
     */
    public boolean needsSortColumnCondition() {
        return this == H2;
    }

    /** Returns how this database stores texts by key in one column. */
    public FilterTexts filterTexts() {
        return this == POSTGRESQL ? FilterTexts.JSONB : FilterTexts.SEPARATED;
    }

    /**
     * Returns whether indexes cover the elements of array columns. If not, these elements are also stored in a separate
     * table.
     */
    public boolean indexesArrays() {
        return this == POSTGRESQL;
    }

    /**
     * Returns whether indexes cover parts of the search text and texts under a key. If not, such conditions read all
     * contacts.
     */
    public boolean indexesTexts() {
        return this == POSTGRESQL;
    }

    /** Returns a statement that executes a {@code delete} and returns these columns of the deleted rows. */
    public abstract String take(String columns, String delete);

    /**
     * Returns the end of a {@code delete} statement that limits it to {@code limit} rows. On PostgreSQL it skips rows
     * that another transaction has locked.
     */
    public abstract String anyUnlocked(String table, int limit);

    /** Returns the condition that an array column contains all elements of an array parameter. */
    public abstract String containsAll(String column, String parameter);

    /**
     * Returns a {@code from} item that expands parallel text arrays into rows.
     *
     * @param name the alias and column names of the rows, such as {@code got (id, name)}
     */
    public abstract String rows(String name, String... parameters);

    /**
     * Returns the {@code from} and {@code where} clauses that select the organization's rows {@code r} whose column
     * equals any value of the array {@code :wanted}. With {@code any}, H2 would scan all rows of the organization and
     * compare each with every value. The left join makes the values the outer table: H2 plans a statement once, with
     * the table sizes at that time.
     *
     * @param type the H2 type of a value
     */
    public abstract String lookUp(String table, String column, String type);

    /**
     * Returns the condition that a JSON object has a key. The key must not need escaping. H2 has no JSON operators, so
     * there the condition may also match keys of nested objects.
     */
    public abstract String hasKey(String column, String parameter);

    /** Returns the condition that an array column contains at least one element of an array parameter. */
    public abstract String containsAny(String column, String parameter);

    /** Returns a JSON text as a parameter. */
    public abstract Argument json(String json);

    /** Returns a sort key as a parameter. Both databases compare sort keys by code point. */
    public abstract Argument sortKey(String key);

    /** Returns sort keys as an array parameter. */
    public abstract Argument sortKeys(Collection<String> keys);

    private static boolean mentions(String url, String setting) {
        return url.toUpperCase(Locale.ROOT).contains(";" + setting + "=");
    }
}
