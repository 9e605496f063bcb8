package org.contacts4j.jdbi;

import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.StatementCustomizer;
import org.postgresql.PGStatement;

/** What differs between the databases; all other statements are the same for both. */
public enum Database {
    H2 {
        // WRITE_DELAY: a commit is written by whoever commits, for all who did until then, before it is answered.
        // H2's own threads, which write when there is a delay, leave files behind that it cannot read after a kill.
        // OPTIMIZE_REUSE_RESULTS: a question that is asked again may be answered without what was written in between.
        private static final Map<String, String> REQUIRED = Map.of(
                "MODE", "PostgreSQL",
                "DATABASE_TO_LOWER", "TRUE",
                "DEFAULT_NULL_ORDERING", "HIGH",
                "WRITE_DELAY", "0",
                "OPTIMIZE_REUSE_RESULTS", "0",
                "QUERY_CACHE_SIZE", "64", // writing a contact alone takes more statements than the usual eight
                "DB_CLOSE_ON_EXIT", "FALSE",
                "LOCK_TIMEOUT", "4000");

        @Override
        String complete(String url) {
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
        String timeoutStatement() {
            return "set query_timeout " + STATEMENT_TIMEOUT_MILLIS;
        }

        @Override
        public String forUpdate(String alias) {
            return "for update";
        }

        @Override
        void planByValues(Query query) {
            // H2 plans without looking at values.
        }

        @Override
        String anyText(String parameter) {
            return parameter;
        }

        @Override
        String anyTexts(String parameter) {
            return parameter;
        }

        @Override
        public String take(String columns, String delete) {
            return "select %s from old table (%s)".formatted(columns, delete);
        }

        @Override
        public String anyFree(String table, int limit) {
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
        /** A statement that is not prepared on the server is planned each time, by the values it has then. */
        private static final StatementCustomizer EACH_TIME = new StatementCustomizer() {
            @Override
            public void beforeExecution(PreparedStatement statement, StatementContext context) throws SQLException {
                statement.unwrap(PGStatement.class).setPrepareThreshold(0);
            }
        };

        @Override
        String complete(String url) {
            return url;
        }

        @Override
        String timeoutStatement() {
            // Without parallel workers, or one search would take several processors from the other organizations.
            return "set statement_timeout = " + STATEMENT_TIMEOUT_MILLIS + "; set max_parallel_workers_per_gather = 0";
        }

        @Override
        public String forUpdate(String alias) {
            // Keys do not change, so those who only refer to the row need not wait.
            return "for no key update of " + alias;
        }

        @Override
        void planByValues(Query query) {
            query.addCustomizer(EACH_TIME);
        }

        @Override
        String anyText(String parameter) {
            return "(select " + parameter + ")";
        }

        @Override
        String anyTexts(String parameter) {
            return "cast(" + anyText(parameter) + " as text[])";
        }

        @Override
        public String take(String columns, String delete) {
            return delete + " returning " + columns;
        }

        @Override
        public String anyFree(String table, int limit) {
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

    static Database of(String url) {
        return Arrays.stream(values())
                .filter(database -> url.startsWith("jdbc:" + database.word() + ":"))
                .findFirst()
                .orElseThrow(() ->
                        new CannotOpenDatabase("The database URL must begin with jdbc:h2: or jdbc:postgresql:, unlike "
                                + url.split("[?;]", 2)[0]));
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Where this database's migrations are, on the class path; not where an embedding application has its own. */
    String migrations() {
        return "classpath:org/contacts4j/jdbi/migration/" + word();
    }

    /** The URL with the settings that Contacts4J depends on, unless it has them already. */
    abstract String complete(String url);

    /** The statement that each new connection runs: it bounds the time of statements and forbids parallel workers. */
    abstract String timeoutStatement();

    /** The clause that holds the rows of {@code alias} against other writers until the transaction ends. */
    public abstract String forUpdate(String alias);

    /**
     * Whether a row that a foreign key refers to cannot be deleted by another transaction before this one ends. H2 looks
     * whether the row is there but lets it go in the meantime, so those who refer to a row have to lock it.
     */
    public boolean holdsReferencedRows() {
        return this == POSTGRESQL;
    }

    /** Whether several writing statements can be one, with common table expressions. */
    boolean writesTogether() {
        return this == POSTGRESQL;
    }

    /** Has a query planned by its values, where these decide what is quick: a rare word or a common one. */
    abstract void planByValues(Query query);

    /**
     * A text parameter in a statement whose plan is the same whatever its value. PostgreSQL plans anew each time as long as
     * plans for the values seem cheaper than one for all; for a page that takes longer than finding it. It does not look at
     * values that come by a {@code select}.
     */
    abstract String anyText(String parameter);

    /** The same for an array of texts. */
    abstract String anyTexts(String parameter);

    /**
     * Whether what does not depend on the row is worked out once for a statement: a common table expression, however often
     * the statement refers to it, and a {@code select} among its columns.
     */
    boolean findsOnce() {
        return this == POSTGRESQL;
    }

    /** Whether an index that has the rows in their order is only taken for a condition on what they are ordered by. */
    boolean mustBeLedToOrder() {
        return this == H2;
    }

    /** How it keeps texts by key in one column. */
    public FilterTexts keyedTexts() {
        return this == POSTGRESQL ? FilterTexts.JSONB : FilterTexts.SEPARATED;
    }

    /** Whether records are found by the elements of an array column; else those are kept in a table as well. */
    public boolean indexesArrays() {
        return this == POSTGRESQL;
    }

    /** Whether contacts are found by a part of their search text or by a text under a key, without reading all of them. */
    public boolean indexesTexts() {
        return this == POSTGRESQL;
    }

    /** A statement that carries out a {@code delete} and answers with these columns of what it deleted. */
    public abstract String take(String columns, String delete);

    /** The end of a {@code delete} of at most so many rows, none of which anybody else is taking at this moment. */
    public abstract String anyFree(String table, int limit);

    /** The condition that an array column holds all elements of an array parameter. */
    public abstract String containsAll(String column, String parameter);

    /**
     * Arrays of text as rows to select from, the arrays side by side.
     *
     * @param name what the rows and their columns are called, such as {@code got (id, name)}
     */
    public abstract String rows(String name, String... parameters);

    /**
     * What follows the columns of a {@code select}: rows {@code r} of the organisation with any of the values in the array
     * {@code :wanted} in a column. H2 would go through all rows of the organisation for {@code any}, with every value for
     * each; so the values lead there, in a left join, since it plans a statement once, by what the tables were like then.
     *
     * @param type of a value, in H2's words
     */
    public abstract String lookUp(String table, String column, String type);

    /**
     * The condition that a JSON object has a key, which must not need escaping. H2, which has no JSON operators, may also
     * find the key in objects inside.
     */
    public abstract String hasKey(String column, String parameter);

    /** The condition that an array column holds at least one element of an array parameter. */
    public abstract String containsAny(String column, String parameter);

    /** A JSON text as a parameter. */
    public abstract Argument json(String json);

    /** A sort key as a parameter; both databases compare them by code point. */
    public abstract Argument sortKey(String key);

    /** Sort keys as an array parameter. */
    public abstract Argument sortKeys(Collection<String> keys);

    private static boolean mentions(String url, String setting) {
        return url.toUpperCase(Locale.ROOT).contains(";" + setting + "=");
    }
}
