package org.contacts4j.jdbi;

import com.zaxxer.hikari.HikariDataSource;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.contacts4j.application.Store;
import org.contacts4j.application.Transaction;
import org.contacts4j.application.background.BackgroundTasks;
import org.contacts4j.application.background.TaskStatus;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.jdbi.limit.SharedBuckets;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.sqlobject.SqlObjectPlugin;
import org.jspecify.annotations.Nullable;

/** A store on H2 or PostgreSQL. Thread-safe; holds connections, so it wants to be closed. */
public final class JdbiStore implements Store, AutoCloseable {

    private static final int ATTEMPTS = 10;

    private final Database database;
    private final PlainOrganizations plain = new PlainOrganizations();
    private final HikariDataSource connections;
    private final Jdbi jdbi;
    private final BackgroundTasks tasks = new BackgroundTasks(Clock.systemUTC());
    private final Lanes lanes;
    private final CountFolder folder;
    private final Optional<H2Tidier> tidier;
    private final @Nullable SharedBuckets buckets;

    private JdbiStore(Database database, HikariDataSource connections, SqlLogger statements) {
        this.database = database;
        this.connections = connections;
        this.jdbi = Jdbi.create(connections).installPlugin(new SqlObjectPlugin());
        jdbi.setSqlLogger(statements);
        StatementTexts.keepFor(jdbi);
        this.tidier = H2Tidier.start(connections, tasks);
        this.buckets = database == Database.POSTGRESQL ? new SharedBuckets(connections, tasks) : null;
        this.folder = CountFolder.start(jdbi, database, tasks);
        this.lanes =
                Lanes.of(connections.getMaximumPoolSize(), Runtime.getRuntime().availableProcessors());
    }

    /**
     * Connects, and brings the tables up to date.
     *
     * @throws CannotOpenDatabase when the database is away, refuses the user, or cannot be brought up to date
     */
    public static JdbiStore open(DatabaseSettings settings) {
        return open(settings, SqlLogger.NOP_SQL_LOGGER);
    }

    static JdbiStore open(DatabaseSettings settings, SqlLogger statements) {
        Database database = Database.of(settings.url());
        return new JdbiStore(database, Connections.open(database, settings), statements);
    }

    @Override
    public <T> T read(Function<Transaction, T> work) {
        try (Session session = session(true)) {
            return work.apply(new JdbiTransaction(session));
        } catch (JdbiException e) {
            throw translated(e);
        }
    }

    @Override
    public <T> T write(Function<Transaction, T> work) {
        for (int attempt = 1; ; attempt++) {
            try (Session session = session(attempt == 1)) {
                return commit(work, session);
            } catch (JdbiException e) {
                if (DatabaseError.of(e) != DatabaseError.LOST_RACE) {
                    throw translated(e);
                }
                if (attempt == ATTEMPTS) {
                    throw DatabaseError.refusalAfterRaces(e);
                }
                giveWay(attempt);
            }
        }
    }

    private Session session(boolean firstAttempt) {
        return new Session(new LazyHandle(jdbi), lanes, database, plain, firstAttempt);
    }

    private static <T> T commit(Function<Transaction, T> work, Session session) {
        boolean done = false;
        try {
            T result = work.apply(new JdbiTransaction(session));
            session.commit();
            done = true;
            return result;
        } catch (ContactsFailure refusal) {
            throw session.tookForPlain() ? Writes.lostRace("what was not asked may be otherwise", refusal) : refusal;
        } finally {
            if (!done) {
                session.rollback();
            }
        }
    }

    /** 32 random bytes that are made once and are the same for every node on this database. */
    public byte[] sharedSecret(String name) {
        return jdbi.inTransaction(handle -> new SharedSecrets(handle).get(name));
    }

    /** Buckets of requests that all nodes on this database share; empty for H2, which has one node. */
    public Optional<ProxyManager<String>> sharedBuckets() {
        return Optional.ofNullable(buckets).map(SharedBuckets::byName);
    }

    /** The state of each task that this store runs in the background. */
    public List<TaskStatus> backgroundTasks() {
        return tasks.statuses();
    }

    /** Whether the database answers now. */
    public boolean isReachable() {
        return Connections.answers(connections);
    }

    /** Whether the tables are those of this version. Migrations ran when the store was opened; this looks again. */
    public boolean isMigrated() {
        return Connections.isMigrated(database, connections);
    }

    @Override
    public void close() {
        folder.close();
        tidier.ifPresent(H2Tidier::close);
        if (buckets != null) {
            buckets.close();
        }
        connections.close();
    }

    static RuntimeException translated(JdbiException failure) {
        return DatabaseError.of(failure) == DatabaseError.UNAVAILABLE
                ? new ContactsFailure.Unavailable("The database does not answer.", failure)
                : failure;
    }

    /** How many connections of the pool are taken now. */
    int connectionsInUse() {
        return connections.getHikariPoolMXBean().getActiveConnections();
    }

    /** The permits for long statements. */
    Lanes lanes() {
        return lanes;
    }

    /** Waits a moment of random length, so that those who collided do not collide again. */
    private static void giveWay(int attempt) {
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(2_000_000L * attempt));
    }
}
