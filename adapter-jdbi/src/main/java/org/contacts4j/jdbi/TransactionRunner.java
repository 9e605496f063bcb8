package org.contacts4j.jdbi;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;
import org.contacts4j.application.Transaction;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.jdbi.connection.DatabaseError;
import org.contacts4j.jdbi.connection.EmbeddedH2;
import org.contacts4j.jdbi.connection.H2File;
import org.contacts4j.jdbi.contact.ContactColumns;
import org.contacts4j.jdbi.sql.Database;
import org.contacts4j.jdbi.transaction.DatabaseAccess;
import org.contacts4j.jdbi.transaction.LazyHandle;
import org.contacts4j.jdbi.transaction.PermitUnavailable;
import org.contacts4j.jdbi.transaction.StatementBatch;
import org.contacts4j.jdbi.transaction.StoreCaches;
import org.contacts4j.jdbi.transaction.UnitOfWork;
import org.jspecify.annotations.Nullable;

/** Runs work in units of work, and repeats writes after a lost race. */
final class TransactionRunner {

    private static final int ATTEMPTS = 10;

    private final Database database;
    private final DatabaseSettings settings;
    private final Optional<EmbeddedH2> h2;
    private final ContactColumns contactColumns;
    private final StoreCaches caches = new StoreCaches();

    TransactionRunner(Database database, DatabaseSettings settings, Optional<EmbeddedH2> h2) {
        this.database = database;
        this.settings = settings;
        this.h2 = h2;
        this.contactColumns = new ContactColumns(settings.phoneNumbers());
    }

    /** Runs work that uses connections, while the database is not closed by intention. */
    <T> T use(Supplier<T> work) {
        return h2.isPresent() ? h2.get().use(work) : work.get();
    }

    <T> T read(DatabaseAccess access, Function<Transaction, T> work) {
        return use(() -> readNow(access, work));
    }

    <T> T write(DatabaseAccess access, Function<Transaction, T> work) {
        return inUnitOfWork(access, unitOfWork -> work.apply(transaction(unitOfWork)));
    }

    <T> T inUnitOfWork(DatabaseAccess access, Function<UnitOfWork, T> work) {
        return use(() -> writeNow(access, work));
    }

    private <T> T readNow(DatabaseAccess access, Function<Transaction, T> work) {
        @Nullable H2File file = openFile();
        try (UnitOfWork unitOfWork = unitOfWork(access, true)) {
            return work.apply(transaction(unitOfWork));
        } catch (RuntimeException e) {
            throw translated(e, file);
        }
    }

    private <T> T writeNow(DatabaseAccess access, Function<UnitOfWork, T> work) {
        List<PermitUnavailable> needed = new ArrayList<>();
        for (int attempt = 1; ; attempt++) {
            @Nullable H2File file = openFile();
            try (UnitOfWork unitOfWork = unitOfWork(access, attempt == 1)) {
                needed.forEach(permit -> permit.acquire(unitOfWork));
                T result = commit(work, unitOfWork);
                requireStored(file);
                return result;
            } catch (ContactsFailure refusal) {
                throw refusal;
            } catch (PermitUnavailable taken) {
                needed.add(taken);
            } catch (RuntimeException e) {
                if (DatabaseError.of(e) != DatabaseError.LOST_RACE) {
                    throw translated(e, file);
                }
                if (attempt >= ATTEMPTS) {
                    throw DatabaseError.failureAfterRaces(e);
                }
                backOff(attempt);
            }
        }
    }

    private Transaction transaction(UnitOfWork unitOfWork) {
        return new JdbiTransaction(unitOfWork, settings.encryptionKeys(), contactColumns, settings.replica() != null);
    }

    private UnitOfWork unitOfWork(DatabaseAccess access, boolean firstAttempt) {
        return new UnitOfWork(new LazyHandle(access.jdbi()), access.longStatements(), database, caches, firstAttempt);
    }

    private static <T> T commit(Function<UnitOfWork, T> work, UnitOfWork unitOfWork) {
        try {
            T result = work.apply(unitOfWork);
            unitOfWork.commit();
            return result;
        } catch (ContactsFailure refusal) {
            rollBack(unitOfWork, refusal);
            throw unitOfWork.assumedUncustomized()
                    ? StatementBatch.lostRace(
                            "The organization was assumed to be uncustomized and is not; retrying with full checks.",
                            refusal)
                    : refusal;
        } catch (RuntimeException | Error failure) {
            rollBack(unitOfWork, failure);
            throw failure;
        }
    }

    /**
     * Rolls back. A failed rollback does not replace the original failure, and closing its connection rolls back as
     * well.
     */
    private static void rollBack(UnitOfWork unitOfWork, Throwable failure) {
        try {
            unitOfWork.rollback();
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    /**
     * Fails when the file was closed before the commit was stored. H2 does not report an error for a commit whose file
     * another thread has closed.
     */
    private static void requireStored(@Nullable H2File file) {
        if (file != null && !file.isDurable()) {
            throw new ContactsFailure.Unavailable(
                    "The database file was closed; whether the change is stored is unknown.",
                    new SQLException("closed during commit", "90098"));
        }
    }

    private @Nullable H2File openFile() {
        return h2.map(EmbeddedH2::file).orElse(null);
    }

    private static RuntimeException translated(RuntimeException failure, @Nullable H2File file) {
        return file != null && file.isClosed() ? DatabaseError.unavailable(failure) : DatabaseError.translated(failure);
    }

    /** Waits for a short random time, so that colliding transactions do not collide again. */
    private static void backOff(int attempt) {
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(2_000_000L * attempt));
    }
}
