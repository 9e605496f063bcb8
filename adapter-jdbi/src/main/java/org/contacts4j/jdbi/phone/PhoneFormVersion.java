package org.contacts4j.jdbi.phone;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.contacts4j.domain.contact.PhoneNumbers;
import org.contacts4j.jdbi.CannotOpenDatabase;
import org.contacts4j.jdbi.DatabaseSettings;
import org.contacts4j.jdbi.connection.DatabaseError;
import org.contacts4j.jdbi.mapping.ColumnReader;
import org.contacts4j.jdbi.mapping.Rows;
import org.contacts4j.jdbi.sql.Database;
import org.contacts4j.jdbi.sql.StatementParameters;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/**
 * The only row of {@code phone_form_version}: the {@linkplain PhoneNumbers#version version} of the forms of phone
 * numbers that contacts are stored with. The store that was opened last determines it.
 */
public record PhoneFormVersion(Database database, PhoneNumbers numbers) {

    private static final System.Logger LOG = System.getLogger(PhoneFormVersion.class.getName());

    /** The time in which an operator restarts all nodes with a new setting. */
    private static final Duration RESTARTS = Duration.ofDays(1);

    private static final String SELECT = "select version, since, changed_since from phone_form_version where id = 1";

    // The time says that the version never changed.
    private static final String INSERT = """
            insert into phone_form_version (id, version, since) values (1, :version, :time) on conflict do nothing
            """;

    private static final String CHANGE = """
            update phone_form_version set version = :version, since = :time, changed_since = :all where id = 1
            """;

    private static final String REQUEST = "update phone_form_version set changed_since = since where id = 1"
            + " and version = :version and changed_since is null";

    private static final String CLEAR = "update phone_form_version set changed_since = null where id = 1";

    /**
     * Adopts the phone numbers of the settings.
     *
     * @throws CannotOpenDatabase if the database cannot be read or written
     */
    public static void adopt(Jdbi jdbi, Database database, DatabaseSettings settings) {
        PhoneFormVersion version = new PhoneFormVersion(database, settings.phoneNumbers());
        try {
            jdbi.useTransaction(handle -> version.adopt(handle, Instant.now()));
        } catch (JdbiException e) {
            throw new CannotOpenDatabase(
                    "The version of phone numbers in the database cannot be set (" + settings + "): "
                            + DatabaseError.translated(e).getMessage(),
                    e);
        }
    }

    /**
     * Makes the version of {@code numbers} the version of the database. If it differs, the forms of all contacts must be
     * derived again. If it changed recently, other nodes may have written contacts with the previous one until they were
     * restarted, so those of contacts that changed since then must be derived again.
     */
    private void adopt(Handle handle, Instant now) {
        Optional<Stored> stored = stored(handle, "");
        if (stored.isEmpty()) {
            execute(handle, INSERT, row -> version(row).time("time", Instant.EPOCH));
        } else if (!stored.get().version().equals(numbers.version())) {
            execute(handle, CHANGE, row -> version(row).time("time", now).time("all", Instant.EPOCH));
            LOG.log(
                    System.Logger.Level.INFO,
                    "Phone numbers are compared with \"{0}\" instead of \"{1}\"; a background task derives the forms of"
                            + " all contacts again",
                    numbers.version(),
                    stored.get().version());
        } else if (stored.get().since().plus(RESTARTS).isAfter(now)) {
            execute(handle, REQUEST, this::version);
        }
    }

    /**
     * Returns the time since which changed contacts must be derived again, and clears it; empty if there is none.
     *
     * @throws IllegalStateException if another store has changed the version
     */
    Optional<Instant> takeRequest(Handle handle) {
        Stored stored = stored(handle, "").orElseThrow();
        if (!stored.version().equals(numbers.version())) {
            throw new IllegalStateException("Another node compares phone numbers with \"" + stored.version()
                    + "\", and this one with \"" + numbers.version()
                    + "\"; restart this node with the same --phone-region and version");
        }
        if (stored.changedSince() == null) {
            return Optional.empty();
        }
        Stored locked = stored(handle, " for update").orElseThrow();
        execute(handle, CLEAR, row -> {});
        return Optional.ofNullable(locked.changedSince());
    }

    private StatementParameters version(StatementParameters row) {
        return row.text("version", numbers.version());
    }

    private Optional<Stored> stored(Handle handle, String lock) {
        try (Query query = handle.createQuery(SELECT + lock)) {
            return Rows.first(query, (row, context) -> {
                ColumnReader columns = new ColumnReader(row);
                return new Stored(columns.text(), columns.time(), columns.timeOrNull());
            });
        }
    }

    private void execute(Handle handle, String statement, Consumer<StatementParameters> binding) {
        try (Update update = handle.createUpdate(statement)) {
            binding.accept(new StatementParameters(update, database));
            update.execute();
        }
    }

    private record Stored(
            String version, Instant since, @Nullable Instant changedSince) {}
}
