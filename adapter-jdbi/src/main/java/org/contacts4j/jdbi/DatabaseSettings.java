package org.contacts4j.jdbi;

import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.contacts4j.domain.contact.PhoneNumbers;
import org.jspecify.annotations.Nullable;

/**
 * The connection settings of a database.
 *
 * @param url a JDBC URL of H2 or PostgreSQL
 * @param user null when the URL names the user, or none is needed
 * @param poolSize the maximum number of connections in the pool
 * @param connectWait how long opening waits for a database that does not answer yet; zero fails at once
 * @param encryptionKeys the keys that encrypt secrets in the database
 * @param distribution whether the tables are distributed over several servers
 * @param phoneNumbers compares the phone numbers of contacts
 * @param replica the replica for reads that may be a little old; null reads everything from {@code url}
 * @param pooling how a pooler between Contacts4J and the database shares connections
 */
public record DatabaseSettings(
        String url,
        @Nullable String user,
        @Nullable String password,
        int poolSize,
        Duration connectWait,
        EncryptionKeys encryptionKeys,
        Distribution distribution,
        PhoneNumbers phoneNumbers,
        @Nullable Replica replica,
        Pooling pooling) {

    private static final int DEFAULT_POOL_SIZE = 10;

    /** Returns the settings of an H2 database in a file. {@code databaseFile} is its path without H2's own suffix. */
    public static DatabaseSettings h2File(Path databaseFile) {
        return of("jdbc:h2:file:" + databaseFile.toAbsolutePath(), null, null);
    }

    /**
     * Returns the settings of a new in-memory H2 database. It is private to its store and is deleted when the store
     * closes.
     */
    public static DatabaseSettings h2InMemory() {
        return of("jdbc:h2:mem:" + UUID.randomUUID(), null, null);
    }

    public static DatabaseSettings of(String url, @Nullable String user, @Nullable String password) {
        return new DatabaseSettings(
                url,
                user,
                password,
                DEFAULT_POOL_SIZE,
                Duration.ZERO,
                EncryptionKeys.NONE,
                Distribution.AUTOMATIC,
                PhoneNumbers.DIGITS,
                null,
                Pooling.NONE);
    }

    /** Returns these settings with keys that encrypt secrets in the database. */
    public DatabaseSettings withEncryptionKeys(EncryptionKeys keys) {
        return new DatabaseSettings(
                url, user, password, poolSize, connectWait, keys, distribution, phoneNumbers, replica, pooling);
    }

    /**
     * Returns these settings with another comparison of phone numbers. All stores on a database need the same one. When
     * it changes, the {@linkplain JdbiStore#maintenance maintenance} of the store derives the forms of all contacts again.
     */
    public DatabaseSettings withPhoneNumbers(PhoneNumbers numbers) {
        return new DatabaseSettings(
                url, user, password, poolSize, connectWait, encryptionKeys, distribution, numbers, replica, pooling);
    }

    /**
     * Returns these settings with a streaming replica of the database, which must be PostgreSQL. Its user and password are
     * those of the database.
     */
    public DatabaseSettings withReplica(Replica replica) {
        return new DatabaseSettings(
                url,
                user,
                password,
                poolSize,
                connectWait,
                encryptionKeys,
                distribution,
                phoneNumbers,
                replica,
                pooling);
    }

    /** Returns these settings for connections through a pooler. */
    public DatabaseSettings withPooling(Pooling pooling) {
        return new DatabaseSettings(
                url,
                user,
                password,
                poolSize,
                connectWait,
                encryptionKeys,
                distribution,
                phoneNumbers,
                replica,
                pooling);
    }

    /**
     * A streaming replica of the database.
     *
     * @param url a JDBC URL that names one server
     * @param maxLag how far the replica may be behind; a replica that is further behind is not read
     */
    public record Replica(String url, Duration maxLag) {

        /** The default of {@code maxLag}. */
        public static final Duration DEFAULT_MAX_LAG = Duration.ofSeconds(5);

        /** Returns a description for messages, without the parameters of the URL. */
        @Override
        public String toString() {
            return url.split("[?]", 2)[0];
        }
    }

    /** How a pooler such as PgBouncer shares the connections of the database. */
    public enum Pooling {
        /** There is no pooler, or it keeps a connection for each session. */
        NONE,
        /**
         * The pooler assigns a connection for each transaction. No session settings and no named prepared statements are
         * used. The role must have a {@code statement_timeout}.
         */
        TRANSACTION
    }

    /** Returns a description for messages. It omits the password and the URL's parameters, which may contain one. */
    @Override
    public String toString() {
        return url.split("[?;]", 2)[0] + (user == null ? "" : " as " + user);
    }
}
