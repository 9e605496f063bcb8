package org.contacts4j.jdbi;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.function.Supplier;
import org.contacts4j.application.SharedStates;
import org.contacts4j.application.Store;
import org.contacts4j.application.Transaction;
import org.contacts4j.application.Worker;
import org.contacts4j.application.background.BackgroundTasks;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.contact.PhoneNumbers;
import org.contacts4j.domain.organization.ReadPosition;
import org.contacts4j.jdbi.backup.FileImage;
import org.contacts4j.jdbi.connection.Connections;
import org.contacts4j.jdbi.connection.EmbeddedH2;
import org.contacts4j.jdbi.connection.H2Compaction;
import org.contacts4j.jdbi.limit.SharedStateTable;
import org.contacts4j.jdbi.phone.PhoneFormVersion;
import org.contacts4j.jdbi.replica.ReadReplica;
import org.contacts4j.jdbi.sql.Database;
import org.contacts4j.jdbi.sql.PostgresDatabase;
import org.contacts4j.jdbi.transaction.DatabaseAccess;
import org.contacts4j.jdbi.transaction.LongStatementPermits;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jspecify.annotations.Nullable;

/** A store on H2 or PostgreSQL. Thread-safe. It holds database connections until it is closed. */
public final class JdbiStore implements Store {

    private final Database database;
    private final DatabaseSettings settings;
    private final HikariDataSource connections;
    private final DatabaseAccess primary;
    private final TransactionRunner transactions;
    private final BackgroundTasks tasks = new BackgroundTasks(Clock.systemUTC());
    private final Optional<EmbeddedH2> h2;
    private final Optional<H2Compaction> h2Compaction;
    private final @Nullable SharedStateTable sharedStates;
    private final @Nullable ReadReplica replica;

    private JdbiStore(
            Database database, DatabaseSettings settings, HikariDataSource connections, SqlLogger statements) {
        this.database = database;
        this.settings = settings;
        this.connections = connections;
        this.h2 = EmbeddedH2.start(database, settings, connections, tasks);
        this.primary = DatabaseAccess.of(this::connection, connections.getMaximumPoolSize(), statements);
        this.transactions = new TransactionRunner(database, settings, h2);
        this.h2Compaction = h2.map(open -> H2Compaction.start(open, tasks));
        this.sharedStates = database instanceof PostgresDatabase
                ? new SharedStateTable(primary.jdbi(), Clock.systemUTC(), tasks)
                : null;
        this.replica = ReadReplica.open(database, settings, statements, tasks);
    }

    /**
     * Connects to the database, migrates its tables, and encrypts its secrets with the newest key.
     *
     * @throws CannotOpenDatabase when the database is unreachable, rejects the user, or cannot be migrated, or when a
     *     secret in it needs a key that is not in the settings
     */
    public static JdbiStore open(DatabaseSettings settings) {
        return open(settings, SqlLogger.NOP_SQL_LOGGER);
    }

    static JdbiStore open(DatabaseSettings settings, SqlLogger statements) {
        Database database = Database.of(settings.url());
        HikariDataSource connections = Connections.open(database, settings);
        try {
            Database detected = Connections.detect(database, settings, connections);
            ReadReplica.requireSupported(detected, settings);
            return new JdbiStore(detected, settings, connections, statements).prepared();
        } catch (RuntimeException e) {
            connections.close();
            throw e;
        }
    }

    private JdbiStore prepared() {
        try {
            return transactions.use(() -> {
                new SecretEncryption(settings).run(primary.jdbi());
                PhoneFormVersion.adopt(primary.jdbi(), database, settings);
                return this;
            });
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    @Override
    public PhoneNumbers phoneNumbers() {
        return settings.phoneNumbers();
    }

    @Override
    public <T> T read(Function<Transaction, T> work) {
        return transactions.read(primary, work);
    }

    @Override
    public <T> T readReplica(ReadPosition least, Function<Transaction, T> work) {
        return replica == null
                ? read(work)
                : replica.read(least, access -> transactions.read(access, work), () -> read(work));
    }

    @Override
    public <T> T write(Function<Transaction, T> work) {
        return transactions.write(primary, work);
    }

    private Connection connection() throws SQLException {
        if (h2.isPresent()) {
            h2.get().requireOpen();
        }
        return connections().getConnection();
    }

    private HikariDataSource connections() {
        return h2.map(EmbeddedH2::pool).orElse(connections);
    }

    /** Returns 32 random bytes that are generated once and are the same on every node of this database. */
    public byte[] sharedSecret(String name) {
        return transactions.use(() ->
                primary.jdbi().inTransaction(handle -> new SharedSecrets(handle, settings.encryptionKeys()).get(name)));
    }

    /** Returns the states that all nodes of this database share; empty for H2, which has only one node. */
    public Optional<SharedStates> sharedStates() {
        return Optional.ofNullable(sharedStates);
    }

    /**
     * Returns the compaction of the counter journal, and the derivation of forms of phone numbers after {@link #phoneNumbers}
     * changed. One node of a database has to run them. The worker also lists the tasks that
     * keep this store open, which run from the start.
     */
    @Override
    public Worker maintenance() {
        return new StoreMaintenance(database, settings.phoneNumbers(), primary, transactions, tasks);
    }

    /** Returns whether the database answers now. */
    public boolean isReachable() {
        return check(() -> Connections.answers(connections())).orElse(false);
    }

    /**
     * Returns whether the tables are those of this version; empty when the database does not answer. Migrations ran
     * when the store was opened; this method checks again.
     */
    public Optional<Boolean> isMigrated() {
        return check(() -> Connections.isMigrated(database, connections())).flatMap(Function.identity());
    }

    /** Returns the result of a check of the database; empty while its file is not open. */
    private <T> Optional<T> check(Supplier<T> work) {
        try {
            return trouble().isEmpty() ? Optional.of(transactions.use(work)) : Optional.empty();
        } catch (ContactsFailure.Unavailable e) {
            return Optional.empty();
        }
    }

    /**
     * Returns the file of an embedded H2 database as it is now, with every committed transaction. The caller must close
     * it. Empty for any other database.
     *
     * @throws ContactsFailure.Unavailable when the file is closed at the moment
     */
    public Optional<FileImage> fileImage() {
        return h2.map(open -> {
            if (trouble().isPresent()) {
                throw new ContactsFailure.Unavailable("The database file is closed at the moment.");
            }
            return transactions.use(() -> FileImage.of(open.file(), settings));
        });
    }

    /** Returns the problem with the embedded H2 file; empty when there is none, and for any other database. */
    public Optional<DatabaseTrouble> trouble() {
        return h2.flatMap(EmbeddedH2::trouble);
    }

    /** Waits until the embedded database has failed permanently. May never return. */
    public void awaitFailure() throws InterruptedException {
        if (h2.isPresent()) {
            h2.get().awaitFailure();
        } else {
            new CountDownLatch(1).await();
        }
    }

    @Override
    public void close() {
        h2Compaction.ifPresent(H2Compaction::close);
        if (sharedStates != null) {
            sharedStates.close();
        }
        if (replica != null) {
            replica.close();
        }
        h2.ifPresent(EmbeddedH2::close);
        connections.close();
    }

    /** Returns the number of pool connections in use. */
    int connectionsInUse() {
        return connections.getHikariPoolMXBean().getActiveConnections();
    }

    /** Returns the permits for long statements. */
    LongStatementPermits longStatements() {
        return primary.longStatements();
    }
}
