package org.contacts4j.jdbi.transaction;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.contacts4j.application.contact.ContactEvents;
import org.contacts4j.domain.contact.event.ContactEvent;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.organization.ReadPosition;
import org.contacts4j.jdbi.mapping.Rows;
import org.contacts4j.jdbi.query.ListQuery;
import org.contacts4j.jdbi.sql.Database;
import org.contacts4j.jdbi.sql.StatementParameters;
import org.contacts4j.jdbi.sql.TrigramSample;
import org.contacts4j.jdbi.transaction.LongStatementPermits.LongStatement;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/**
 * A unit of work on one connection. It defers the last write until another statement follows or the work ends. If that
 * is the only write, and nothing was locked, it runs as a transaction of its own, without the round trips for begin and
 * commit.
 */
public final class UnitOfWork implements AutoCloseable {

    /**
     * The condition that {@code :organization} is customized, so that {@link #assumesUncustomized} does not apply to
     * it.
     */
    public static final String IS_CUSTOMIZED = UncustomizedOrganizations.IS_CUSTOMIZED;

    private static final int CHUNK = 100;

    private final LazyHandle handle;
    private final LongStatementPermits longStatements;
    private final List<FairSemaphore.Permit> permits = new ArrayList<>();
    private final Set<LongStatement> entered = EnumSet.noneOf(LongStatement.class);
    private final Database database;
    private final StoreCaches caches;
    private final boolean firstAttempt;
    private boolean assumedUncustomized;
    private boolean isUnchecked;
    private @Nullable OrganizationId organizationWithoutWebhooks;
    private @Nullable StatementBatch deferred;
    private final List<ContactEvents.Appended> events = new ArrayList<>();
    private @Nullable Consumer<ReadPosition> onCommit;
    private boolean begun;
    private boolean changed;

    public UnitOfWork(
            LazyHandle handle,
            LongStatementPermits longStatements,
            Database database,
            StoreCaches caches,
            boolean firstAttempt) {
        this.handle = handle;
        this.longStatements = longStatements;
        this.database = database;
        this.caches = caches;
        this.firstAttempt = firstAttempt;
    }

    public Database database() {
        return database;
    }

    /** Returns a sample of the search texts of contacts, which is at most some minutes old. */
    public TrigramSample trigramSample() {
        return caches.trigramSample(database, this::reading);
    }

    /**
     * Returns whether a record need not be locked before it is changed, because the write itself is
     * {@linkplain StatementBatch#guardedBy guarded}. True only on the first attempt: work that lost a race this way
     * takes locks on the retry, so that it does not lose again.
     */
    public boolean isOptimistic() {
        return firstAttempt;
    }

    /**
     * Returns whether the organization is assumed never to have had a custom field or webhook, without a lookup. If so,
     * the next write verifies the assumption. When it does not hold, the work has lost a race, and performs the lookup
     * on the retry.
     */
    public boolean assumesUncustomized(OrganizationId organization) {
        isUnchecked = firstAttempt
                && database.batchesWrites()
                && caches.uncustomized().contain(organization);
        if (isUnchecked) {
            assumedUncustomized = true;
            organizationWithoutWebhooks = organization;
        }
        return isUnchecked;
    }

    /** Returns whether this work skipped a lookup because of {@link #assumesUncustomized}. */
    public boolean assumedUncustomized() {
        return assumedUncustomized;
    }

    /** Records whether the organization has or had custom fields or webhooks. */
    public void recordCustomized(OrganizationId organization, boolean customized) {
        caches.uncustomized().found(organization, !customized);
    }

    /**
     * Permanently flags the organization as customized. Call this before its first custom field or webhook is stored;
     * from then on all writers look them up. Idempotent.
     */
    public void markCustomized(OrganizationId organization) {
        try (Update mark = writing().createUpdate(UncustomizedOrganizations.MARK_CUSTOMIZED)) {
            new StatementParameters(mark, database).text("organization", organization.value());
            mark.execute();
        }
    }

    /** Records whether this work has found webhooks. */
    public void recordWebhooks(OrganizationId organization, boolean webhooks) {
        organizationWithoutWebhooks = webhooks ? null : organization;
    }

    /** Returns whether the organization may have webhooks: true unless this work has found none. */
    public boolean mayHaveWebhooks(OrganizationId organization) {
        return !organization.equals(organizationWithoutWebhooks);
    }

    /** Records an event that this work appends. */
    public void appended(OrganizationId organization, ContactEvent event) {
        events.add(new ContactEvents.Appended(organization, event));
    }

    /** Returns the events that this work has appended so far. */
    public List<ContactEvents.Appended> events() {
        return List.copyOf(events);
    }

    /**
     * Waits until this work may run a long statement. The permit lasts until the work ends. No connection is held
     * during the wait.
     *
     * @throws PermitUnavailable when the work would have to wait and has begun a transaction, which must be rolled back
     *     first
     */
    public void acquire(LongStatement statement, OrganizationId organization) {
        if (entered.contains(statement)
                || (statement == LongStatement.SEARCH && entered.contains(LongStatement.SCAN))) {
            return;
        }
        permits.add(
                begun || deferred != null
                        ? longStatements
                                .tryAcquire(statement, organization)
                                .orElseThrow(() -> new PermitUnavailable(statement, organization))
                        : acquireWithoutConnection(statement, organization));
        entered.add(statement);
    }

    private FairSemaphore.Permit acquireWithoutConnection(LongStatement statement, OrganizationId organization) {
        handle.close();
        return longStatements.acquire(statement, organization);
    }

    /** Waits for a permit to read a long list that is not a {@link ListQuery}. */
    public void acquireSearch(OrganizationId organization) {
        acquire(LongStatement.SEARCH, organization);
    }

    /** Waits for a permit to change all contacts that share a property, such as a tag. */
    public void acquireChange(OrganizationId organization) {
        acquire(LongStatement.CHANGE, organization);
    }

    /** Releases the connection and the permits. */
    @Override
    public void close() {
        try {
            handle.close();
        } finally {
            permits.forEach(FairSemaphore.Permit::close);
            permits.clear();
        }
    }

    /** Returns the handle for read-only statements. They see all earlier writes of this work. */
    public Handle reading() {
        if (deferred != null) {
            begin();
            flush();
        }
        return handle.get();
    }

    /** Returns the handle for statements that lock the rows they read. The locks last until the work ends. */
    public Handle locking() {
        begin();
        flush();
        return handle.get();
    }

    /**
     * Locks a row until the work ends, so that other transactions cannot change, delete or newly reference it. Does
     * nothing where foreign keys lock referenced rows.
     */
    public void hold(String table, OrganizationId organization, UUID id) {
        if (!database.locksReferencedRows()) {
            lock(table, organization, id);
        }
    }

    /**
     * Locks a row before it is deleted together with the rows that reference it, so that no other transaction adds one.
     * Does nothing where the foreign key of such a row makes the deletion fail.
     */
    public void holdForDeletion(String table, OrganizationId organization, UUID id) {
        if (!database.locksReferencedRows() || !database.batchesShareSnapshot()) {
            lock(table, organization, id);
        }
    }

    private void lock(String table, OrganizationId organization, UUID id) {
        String sql = "select id from " + table + " where organization_id = :organization and id = :id for update";
        try (Query query = locking().createQuery(sql)) {
            new StatementParameters(query, database)
                    .text("organization", organization.value())
                    .uuid("id", id);
            Rows.first(query, (row, context) -> id);
        }
    }

    /** Returns whether this work has written anything, or may have. */
    public boolean hasChanges() {
        return changed;
    }

    /** Returns the handle for statements that write without a {@link StatementBatch}. */
    public Handle writing() {
        changed = true;
        return locking();
    }

    /**
     * Executes a statement for each item, with the organization already bound. The items are sent in chunks, because
     * the statement timeout applies to a whole batch.
     */
    public <T> void writeEach(
            OrganizationId organization, String statement, List<T> items, BiConsumer<StatementParameters, T> binding) {
        for (int from = 0; from < items.size(); from += CHUNK) {
            try (PreparedBatch batch = writing().prepareBatch(statement)) {
                for (T item : items.subList(from, Math.min(items.size(), from + CHUNK))) {
                    binding.accept(
                            new StatementParameters(batch, database).text("organization", organization.value()), item);
                    batch.add();
                }
                batch.execute();
            }
        }
    }

    /** Executes the batch, now or before the next statement or the commit. */
    public void write(StatementBatch writes) {
        changed = true;
        if (deferred != null) {
            begin();
            flush();
        }
        deferred = isUnchecked ? writes.onlyIf(UncustomizedOrganizations.IS_UNCUSTOMIZED) : writes;
        isUnchecked = false;
    }

    /**
     * Executes a statement together with the deferred batch, in one round trip. Without one for the organization, or if
     * that batch contains the statement already, it becomes a batch of its own. The names of its parameters must differ
     * from those of all other statements.
     */
    public void writeTogether(OrganizationId organization, String statement, Consumer<StatementParameters> binding) {
        if (deferred != null && deferred.accepts(organization, statement)) {
            deferred.and(statement, binding);
        } else {
            write(new StatementBatch(organization).and(statement, binding));
        }
    }

    /** Adds a receiver of the position after the commit. */
    public void onCommit(Consumer<ReadPosition> listener) {
        onCommit = onCommit == null ? listener : onCommit.andThen(listener);
    }

    /** Ends the work and commits its writes. */
    public void commit() {
        if (deferred != null && !deferred.isOneStatement(database)) {
            begin();
        }
        flush();
        if (onCommit != null) {
            onCommit.accept(begun ? WalPosition.commit(handle.get()) : WalPosition.read(handle.get()));
        } else if (begun) {
            handle.get().commit();
        }
    }

    /** Ends the work and rolls back its writes. */
    public void rollback() {
        if (begun) {
            handle.get().rollback();
        }
    }

    private void begin() {
        if (!begun) {
            handle.get().begin();
            begun = true;
        }
    }

    private void flush() {
        if (deferred != null) {
            StatementBatch writes = deferred;
            deferred = null;
            writes.execute(handle.get(), database, caches.combined());
        }
    }
}
