package org.contacts4j.jdbi.sql;

import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;
import org.contacts4j.jdbi.CannotOpenDatabase;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.statement.Query;

/** A supported database, and the SQL that differs between the two. All other statements are the same for both. */
public sealed interface Database permits H2Database, PostgresDatabase {

    /** The time after which the database cancels a statement. */
    int STATEMENT_TIMEOUT_MILLIS = 5_000;

    /**
     * Returns the database of a JDBC URL.
     *
     * @throws CannotOpenDatabase when it is neither H2 nor PostgreSQL
     */
    static Database of(String url) {
        return Stream.of(new H2Database(), new PostgresDatabase(false))
                .filter(database -> url.startsWith("jdbc:" + database.productName() + ":"))
                .findFirst()
                .orElseThrow(() ->
                        new CannotOpenDatabase("The database URL must begin with jdbc:h2: or jdbc:postgresql:, unlike "
                                + url.split("[?;]", 2)[0]));
    }

    /** Returns the name of the database in JDBC URLs and in the folder of its migrations. */
    String productName();

    /**
     * Returns the class path location of this database's migrations. It differs from where an embedding application has
     * its own migrations.
     */
    default String migrations() {
        return "classpath:org/contacts4j/jdbi/migration/" + productName();
    }

    /**
     * Returns the URL with the settings that Contacts4J depends on. Settings that the URL already has are not changed.
     */
    String complete(String url);

    /**
     * Returns the statement that initializes a new connection. It sets the statement timeout and, on PostgreSQL,
     * disables parallel workers.
     */
    String timeoutStatement();

    /** Returns the clause that locks the rows of {@code alias} against other writers until the transaction ends. */
    String forUpdate(String alias);

    /**
     * Returns whether a foreign key keeps the referenced row from being deleted by another transaction until this one
     * ends. H2 checks that the row exists but does not lock it, so a transaction that references a row must lock it.
     */
    boolean locksReferencedRows();

    /** Returns whether several writing statements can be combined into one with common table expressions. */
    boolean batchesWrites();

    /**
     * Returns whether the statements of a batch see the same rows. Otherwise a later one sees rows that other
     * transactions have committed meanwhile.
     */
    boolean batchesShareSnapshot();

    /**
     * Plans a query by its parameter values. Use this where the best plan depends on them, such as a rare or a common
     * word.
     */
    void useCustomPlan(Query query);

    /**
     * Returns a text parameter for a statement whose best plan does not depend on the value. PostgreSQL plans anew on
     * each execution as long as custom plans seem cheaper than a generic one. For a page, planning takes longer than
     * the query. PostgreSQL ignores values that come from a {@code select}. Citus needs plain parameters.
     */
    String anyText(String parameter);

    /**
     * Returns a query for some hundred values of a text column, spread over all rows of the table. Empty for a database
     * that keeps no such values for its planner.
     */
    Optional<String> sampleOf(String table, String column);

    /** Returns an array parameter of texts that PostgreSQL plans like {@link #anyText}. */
    String anyTexts(String parameter);

    /**
     * Returns the join condition that the rows of a table belong to the organization of a subquery, all of whose rows
     * belong to {@code parameter}. H2 reads the subquery first only if the condition compares the two, and PostgreSQL
     * expects fewer rows. Citus needs the parameter.
     */
    String joinOrganization(String table, String subquery, String parameter);

    /** Returns an expression that equals a text column, and that PostgreSQL finds in no index unless it is distributed. */
    String unindexed(String column);

    /**
     * Returns whether expressions that do not depend on the row are evaluated once for each statement. This concerns
     * common table expressions that a statement references several times, and a {@code select} among its columns.
     */
    boolean supportsSingleStatementPage();

    /**
     * Returns whether the planner uses an index in the list's order only when a condition names the leading sort
     * column.
     */
    boolean needsSortColumnCondition();

    /** Returns how this database stores texts by key in one column. */
    FilterTexts filterTexts();

    /**
     * Returns whether indexes cover the elements of array columns. If not, these elements are also stored in a separate
     * table.
     */
    boolean indexesArrays();

    /**
     * Returns whether indexes cover parts of the search text and texts under a key. If not, such conditions read all
     * contacts.
     */
    boolean indexesTexts();

    /** Returns a statement that executes a {@code delete} and returns these columns of the deleted rows. */
    String deleteReturning(String columns, String delete);

    /**
     * Returns the end of a {@code delete} statement for rows of an organization that limits it to {@code limit} rows. On
     * PostgreSQL it skips rows that another transaction has locked.
     */
    String anyUnlocked(String table, int limit);

    /**
     * Returns the statement that makes the space of deleted rows of a table available again, while others use it. It must
     * not run in a transaction. Empty for a database that needs none.
     */
    Optional<String> vacuum(String table);

    /** Returns the condition that an array column contains all elements of an array parameter. */
    String containsAll(String column, String parameter);

    /**
     * Returns a {@code from} item that expands parallel text arrays into rows.
     *
     * @param name the alias and column names of the rows, such as {@code got (id, name)}
     */
    String rows(String name, String... parameters);

    /**
     * Returns the {@code from} and {@code where} clauses that select the organization's rows {@code r} whose column
     * equals any value of the array {@code :wanted}. With {@code any}, H2 would scan all rows of the organization and
     * compare each with every value. The left join makes the values the outer table: H2 plans a statement once, with
     * the table sizes at that time.
     *
     * @param type the H2 type of a value
     */
    String lookUp(String table, String column, String type);

    /**
     * Returns the statement that requests, in its transaction, that the files of the database are rewritten without
     * deleted data. Empty for a database whose operators do that.
     */
    Optional<String> requestForFileRewrite();

    /**
     * Returns the condition that a JSON object has a key. The key must not need escaping. H2 has no JSON operators, so
     * there the condition may also match keys of nested objects.
     */
    String hasKey(String column, String parameter);

    /** Returns the condition that an array column contains at least one element of an array parameter. */
    String containsAny(String column, String parameter);

    /** Returns a JSON text as a parameter. */
    Argument json(String json);

    /** Returns a sort key as a parameter. Both databases compare sort keys by code point. */
    Argument sortKey(String key);

    /** Returns sort keys as an array parameter. */
    Argument sortKeys(Collection<String> keys);
}
