package org.contacts4j.jdbi.connection;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.contacts4j.application.background.BackgroundTask;
import org.contacts4j.application.background.BackgroundTasks;
import org.contacts4j.jdbi.CannotOpenDatabase;
import org.contacts4j.jdbi.DatabaseSettings;
import org.contacts4j.jdbi.DatabaseTrouble;
import org.contacts4j.jdbi.sql.Database;
import org.contacts4j.jdbi.sql.H2Database;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

/**
 * Reopens an embedded H2 database after write failures. After an error while writing (a full disk, for example) H2
 * closes its database permanently, even when the disk has room again. This class then tries every half second to open
 * the file, as at startup. It first waits until no thread holds an old connection: using an old connection makes H2
 * lose track of the new database.
 */
public final class EmbeddedH2 implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(EmbeddedH2.class.getName());

    private static final Duration PAUSE = Duration.ofMillis(500);

    /**
     * How long an error not caused by the disk may last before it is final. After that, the process stays up for the
     * same time.
     */
    private static final long GRACE_NANOS = TimeUnit.SECONDS.toNanos(30);

    /** SQL states of temporary errors: I/O, read-only, not found. */
    private static final Set<String> PASSING = Set.of("90028", "90031", "90097", "90124");

    private static final String WRITE_FAILED =
            "The database file could not be written. The server opens it again as soon as it can be written.";
    private static final String NOT_IN_PLACE =
            "The database file was deleted or replaced. Put it back; do not stop the server before.";
    private static final String UNREADABLE = "The database file cannot be opened again. Restore a backup of it.";

    private final Database database;
    private final DatabaseSettings settings;
    private final CountDownLatch failed = new CountDownLatch(1);
    private final BackgroundTask watching;

    private volatile HikariDataSource pool;
    private volatile H2File file;
    private volatile @Nullable DatabaseTrouble trouble;
    private final H2Rewrite rewriting = new H2Rewrite();
    private long unreadableSince;
    private boolean unreadable;

    private EmbeddedH2(
            Database database, DatabaseSettings settings, HikariDataSource pool, H2File file, BackgroundTasks tasks) {
        this.database = database;
        this.settings = settings;
        this.pool = pool;
        this.file = file;
        this.watching = tasks.start("h2-recovery", PAUSE, heartbeat -> watch());
    }

    /** Starts watching the database. Returns empty unless the database is an embedded H2 with a file. */
    public static Optional<EmbeddedH2> start(
            Database database, DatabaseSettings settings, HikariDataSource pool, BackgroundTasks tasks) {
        if (!(database instanceof H2Database)) {
            return Optional.empty();
        }
        try {
            return fileOf(database, settings).map(file -> new EmbeddedH2(database, settings, pool, file, tasks));
        } catch (SQLException e) {
            throw new CannotOpenDatabase("The database does not say where its file is.", e);
        }
    }

    /** Returns the file that is open now, or that was open last. */
    public H2File file() {
        return file;
    }

    /** Runs work on the open store, while the file is not rewritten. Does nothing while the database is closed. */
    public synchronized void withStore(Consumer<MVStore> work) {
        if (!file.isClosed()) {
            work.accept(file.store());
        }
    }

    /** Returns the connection pool. It is closed while the database is closed. */
    public HikariDataSource pool() {
        return pool;
    }

    /**
     * Runs work that uses the database. The file is not rewritten meanwhile; while it is rewritten, the work waits.
     *
     * @throws org.contacts4j.domain.ContactsFailure.Unavailable when it would wait too long
     */
    public <T> T use(Supplier<T> work) {
        return rewriting.use(work);
    }

    /** Returns the current problem; empty when the database works. */
    public Optional<DatabaseTrouble> trouble() {
        @Nullable DatabaseTrouble known = trouble;
        return known == null && file.isClosed() && !rewriting.isRunning()
                ? Optional.of(passing(WRITE_FAILED))
                : Optional.ofNullable(known);
    }

    /** Throws an exception at once while the database is not open. */
    public void requireOpen() throws SQLException {
        Optional<DatabaseTrouble> known = trouble();
        if (known.isPresent()) {
            throw new SQLException(known.get().reason(), "90098");
        }
    }

    /** Waits until the database has failed permanently and health checks have reported it for 30 seconds. */
    public void awaitFailure() throws InterruptedException {
        failed.await();
    }

    private synchronized void watch() {
        if (file.isClosed()) {
            reopen();
        } else if (file.existsUnderName()) {
            recovered();
            rewriting.runIfRequested(file, this::rewrite);
        } else {
            report(passing(NOT_IN_PLACE), null);
        }
    }

    private void reopen() {
        if (trouble == null) {
            report(passing(WRITE_FAILED), file.failure());
        }
        file.abandon();
        if (pool.isRunning() && pool.getHikariPoolMXBean().getActiveConnections() > 0) {
            return;
        }
        pool.close();
        if (!file.exists()) {
            report(passing(NOT_IN_PLACE), null); // H2 would create a new, empty database
            return;
        }
        try {
            open();
            recovered();
        } catch (SQLException | RuntimeException e) {
            file.abandon();
            pool.close();
            failedToOpen(e);
        }
    }

    private void open() throws SQLException {
        pool = Connections.openNow(database, settings);
        file = fileOf(database, settings).orElseThrow();
        file.probe();
    }

    private void rewrite() {
        try {
            pool.close();
            file.rewrite();
            file.abandon();
            open();
            file.clearRewriteRequests();
        } catch (SQLException | IOException | RuntimeException e) {
            file.abandon();
            pool.close();
            failedToOpen(e);
        }
    }

    private static Optional<H2File> fileOf(Database database, DatabaseSettings settings) throws SQLException {
        Connection connection = Connections.connect(database, settings, database.complete(settings.url()));
        Optional<H2File> file = H2File.of(connection);
        if (file.isEmpty()) {
            connection.close();
        }
        return file;
    }

    private void failedToOpen(Exception e) {
        if (passes(e)) {
            unreadable = false;
            report(passing(WRITE_FAILED), e);
            return;
        }
        if (!unreadable) {
            unreadable = true;
            unreadableSince = System.nanoTime();
        }
        long since = System.nanoTime() - unreadableSince;
        report(new DatabaseTrouble(UNREADABLE, since >= GRACE_NANOS), e);
        if (since >= 2 * GRACE_NANOS) {
            failed.countDown();
        }
    }

    private static boolean passes(Exception failure) {
        @Nullable SQLException error = DatabaseError.sqlException(failure);
        boolean passing = error != null && PASSING.contains(DatabaseError.stateOf(error));
        return passing
                || Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
                        .anyMatch(IOException.class::isInstance);
    }

    private void recovered() {
        if (trouble != null) {
            trouble = null;
            unreadable = false;
            LOG.log(System.Logger.Level.WARNING, "The database file is open again, and requests are served");
        }
    }

    private void report(DatabaseTrouble now, @Nullable Throwable cause) {
        if (!now.equals(trouble)) {
            trouble = now;
            LOG.log(System.Logger.Level.ERROR, now.reason() + " File: " + file.name(), cause);
        }
    }

    private static DatabaseTrouble passing(String reason) {
        return new DatabaseTrouble(reason, false);
    }

    /** Stops watching, and closes the pool and the database. */
    @Override
    public void close() {
        watching.close();
        try {
            pool.close();
            file.connection().close();
        } catch (SQLException e) {
            LOG.log(System.Logger.Level.WARNING, "The database file could not be closed properly", e);
        }
    }
}
