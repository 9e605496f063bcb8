package org.contacts4j.jdbi.connection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ObjLongConsumer;

/**
 * The tables of a PostgreSQL database with the extension Citus. Tables with an organization are distributed by it and
 * co-located, so that each statement of an organization runs on one shard. The other tables stay on the coordinator.
 */
public record CitusTables(Connection connection) {

    private static final String IS_INSTALLED = "select count(*) from pg_extension where extname = 'citus'";

    /** The table with which all others are co-located. It is distributed first. */
    private static final String FIRST = "contact";

    private static final String IS_DISTRIBUTED =
            "select count(*) from pg_dist_partition where logicalrelid = to_regclass('" + FIRST + "')";

    private static final String UNDISTRIBUTED = """
            select table_name from information_schema.columns
            where table_schema = current_schema and column_name = 'organization_id'
            and to_regclass(quote_ident(table_name)) not in (select logicalrelid from pg_dist_partition)
            order by table_name <> 'contact', table_name
            """;

    private static final String FOREIGN_KEYS = """
            select format('alter table %I drop constraint %I', c.relname, f.conname),
                format('alter table %I add constraint %I %s', c.relname, f.conname, pg_get_constraintdef(f.oid))
            from pg_constraint f join pg_class c on c.oid = f.conrelid
            where f.contype = 'f' and c.relname = any(?) and f.connamespace = current_schema::regnamespace
            """;

    private static final String DISTRIBUTE_FIRST =
            "select create_distributed_table('contact', 'organization_id', colocate_with := 'none', shard_count := ?)";

    private static final String DISTRIBUTE =
            "select create_distributed_table(?, 'organization_id', colocate_with := 'contact')";

    private static final String LOCK = "select pg_advisory_xact_lock(hashtext('contacts4j distribution'))";

    private static final String DELETE_LOCAL_ROWS = "select truncate_local_data_after_distributing_table(?)";

    /** Returns whether the database has the extension. */
    public boolean isInstalled() throws SQLException {
        return number(IS_INSTALLED) > 0;
    }

    /** Returns whether the tables are distributed. */
    public boolean isDistributed() throws SQLException {
        return isInstalled() && number(IS_DISTRIBUTED) > 0;
    }

    /** Returns the number of servers that store shards. The extension must be installed. */
    public long workers() throws SQLException {
        return number("select count(*) from pg_dist_node where shouldhaveshards and isactive");
    }

    /** Returns the tables with an organization that are not distributed. The extension must be installed. */
    public List<String> undistributed() throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(UNDISTRIBUTED)) {
            while (row.next()) {
                tables.add(row.getString(1));
            }
        }
        return tables;
    }

    /** Returns the number of connections of Contacts4J servers to this database. */
    public long connectedNodes() throws SQLException {
        return number("select count(*) from pg_stat_activity where datname = current_database()"
                + " and application_name = '" + Connections.APPLICATION_NAME + "'");
    }

    /** Returns the number of rows of a table. */
    public long rows(String table) throws SQLException {
        return number("select count(*) from " + table);
    }

    /**
     * Distributes all tables with an organization, and their rows, in one transaction. Foreign keys are dropped meanwhile,
     * since Citus allows none from a distributed table to a local one. Other nodes that do the same wait.
     *
     * @param shards the number of shards of a database that has no distributed tables yet
     * @param progress receives each distributed table and its number of rows
     * @throws SQLException when a table cannot be distributed, or has lost rows; then no table is
     */
    public void distribute(int shards, ObjLongConsumer<String> progress) throws SQLException {
        connection.setAutoCommit(false);
        try {
            execute(LOCK);
            execute("set local citus.multi_shard_modify_mode to 'sequential'");
            List<String> tables = undistributed();
            ForeignKeys keys = foreignKeys(tables);
            keys.drop(this);
            for (String table : tables) {
                long before = rows(table);
                distribute(table, shards);
                requireAll(table, before);
                progress.accept(table, before);
            }
            keys.add(this);
            connection.commit();
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private void distribute(String table, int shards) throws SQLException {
        boolean isFirst = table.equals(FIRST);
        try (PreparedStatement statement = connection.prepareStatement(isFirst ? DISTRIBUTE_FIRST : DISTRIBUTE)) {
            if (isFirst) {
                statement.setInt(1, shards);
            } else {
                statement.setString(1, table);
            }
            statement.execute();
        }
        try (PreparedStatement statement = connection.prepareStatement(DELETE_LOCAL_ROWS)) {
            statement.setString(1, table);
            statement.execute();
        }
    }

    private void requireAll(String table, long before) throws SQLException {
        long after = rows(table);
        if (after != before) {
            throw new SQLException("table " + table + " had " + before + " rows and has " + after);
        }
    }

    private ForeignKeys foreignKeys(List<String> tables) throws SQLException {
        ForeignKeys keys = new ForeignKeys(new ArrayList<>(), new ArrayList<>());
        try (PreparedStatement statement = connection.prepareStatement(FOREIGN_KEYS)) {
            statement.setArray(1, connection.createArrayOf("text", tables.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    keys.drops.add(row.getString(1));
                    keys.adds.add(row.getString(2));
                }
            }
        }
        return keys;
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long number(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** The statements that drop foreign keys, and those that add them again. */
    private record ForeignKeys(List<String> drops, List<String> adds) {

        void drop(CitusTables tables) throws SQLException {
            for (String sql : drops) {
                tables.execute(sql);
            }
        }

        void add(CitusTables tables) throws SQLException {
            for (String sql : adds) {
                tables.execute(sql);
            }
        }
    }
}
