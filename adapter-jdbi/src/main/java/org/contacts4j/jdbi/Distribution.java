package org.contacts4j.jdbi;

/**
 * Whether a PostgreSQL database with the extension Citus distributes the tables over its workers, by organization.
 *
 * @param shards the number of shards of tables that are distributed for the first time
 */
public record Distribution(Mode mode, int shards) {

    /** The number of shards that Citus itself creates by default. */
    public static final int DEFAULT_SHARDS = 32;

    /** Distributes the tables of a new database that has the extension. */
    public static final Distribution AUTOMATIC = new Distribution(Mode.AUTO, DEFAULT_SHARDS);

    /** When tables are distributed. Tables that are distributed remain so in any mode. */
    public enum Mode {
        /** Tables of a new database are distributed if it has the extension. */
        AUTO,
        /** As {@link #AUTO}, but a database that is not distributed cannot be opened. */
        CITUS,
        /** No tables are distributed. */
        NONE
    }
}
