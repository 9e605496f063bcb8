package org.contacts4j.jdbi;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.contacts4j.domain.OrganizationId;
import org.contacts4j.jdbi.LongStatementPermits.LongStatement;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/**
 * One piece of work on one connection. The last write waits until something else is asked for or the work ends: if it was
 * all there was to write, and nothing was locked, it is a transaction by itself, without the round trips that begin and
 * commit one.
 */
public final class UnitOfWork implements AutoCloseable {

    /** The condition that {@code :organization} is one that {@link #assumesUncustomized} is not for. */
    public static final String IS_CUSTOMIZED = UncustomizedOrganizations.IS_CUSTOMIZED;

    private static final int PIECE = 100;

    private final LazyHandle handle;
    private final LongStatementPermits longStatements;
    private final List<FairSemaphore.Permit> permits = new ArrayList<>();
    private final Set<LongStatement> entered = EnumSet.noneOf(LongStatement.class);
    private final Database database;
    private final UncustomizedOrganizations plain;
    private final boolean firstAttempt;
    private boolean assumedUncustomized;
    private boolean isUnchecked;
    private @Nullable OrganizationId organizationWithoutWebhooks;
    private @Nullable StatementBatch waiting;
    private boolean begun;

    UnitOfWork(
            LazyHandle handle,
            LongStatementPermits longStatements,
            Database database,
            UncustomizedOrganizations plain,
            boolean firstAttempt) {
        this.handle = handle;
        this.longStatements = longStatements;
        this.database = database;
        this.plain = plain;
        this.firstAttempt = firstAttempt;
    }

    public Database database() {
        return database;
    }

    /**
     * Whether a record need not be locked before it is changed, since the write itself is {@linkplain StatementBatch#guardedBy
     * guarded}. Only at first: work that lost a race that way locks when it is run again, so that it does not lose again.
     */
    public boolean isOptimistic() {
        return firstAttempt;
    }

    /**
     * Whether the organisation can be taken for one that never had a custom field or webhook, without asking. Then the
     * next write makes sure that it is; if not, the work has lost a race, and asks when it is run again.
     */
    public boolean assumesUncustomized(OrganizationId organization) {
        isUnchecked = firstAttempt && database.writesTogether() && plain.contain(organization);
        if (isUnchecked) {
            assumedUncustomized = true;
            organizationWithoutWebhooks = organization;
        }
        return isUnchecked;
    }

    /** Whether this work went by something that it did not ask. */
    boolean assumedUncustomized() {
        return assumedUncustomized;
    }

    /** Notes whether this work has found the organisation to be one that {@link #assumesUncustomized} is not for. */
    public void recordCustomized(OrganizationId organization, boolean special) {
        plain.found(organization, !special);
    }

    /** Before the organisation's first custom field or webhook: from now on everybody looks for them. */
    public void markCustomized(OrganizationId organization) {
        try (Update mark = writing().createUpdate(UncustomizedOrganizations.MARK_CUSTOMIZED)) {
            new StatementParameters(mark, database).text("organization", organization.value());
            mark.execute();
        }
    }

    /** Notes whether this work has found webhooks. */
    public void foundWebhooks(OrganizationId organization, boolean webhooks) {
        organizationWithoutWebhooks = webhooks ? null : organization;
    }

    /** Whether there may be somebody to tell: so unless this work has found that there is nobody. */
    public boolean mayHaveWebhooks(OrganizationId organization) {
        return !organization.equals(organizationWithoutWebhooks);
    }

    /**
     * Waits until this work may run a long statement; it then may until it ends. No work holds a connection while it waits.
     *
     * @throws PermitUnavailable when it would have to wait and has begun a transaction, which must be rolled back first
     */
    void enter(LongStatement statement, OrganizationId organization) {
        if (entered.contains(statement)
                || (statement == LongStatement.SEARCH && entered.contains(LongStatement.SCAN))) {
            return;
        }
        permits.add(
                begun || waiting != null
                        ? longStatements
                                .enterNow(statement, organization)
                                .orElseThrow(() -> new PermitUnavailable(statement, organization))
                        : enterWithoutConnection(statement, organization));
        entered.add(statement);
    }

    private FairSemaphore.Permit enterWithoutConnection(LongStatement statement, OrganizationId organization) {
        handle.close();
        return longStatements.enter(statement, organization);
    }

    /** Before a list that is long, and of which no {@link ListQuery} knows. */
    public void enterSearch(OrganizationId organization) {
        enter(LongStatement.SEARCH, organization);
    }

    /** Before a change of all contacts that have something in common. */
    public void enterChange(OrganizationId organization) {
        enter(LongStatement.CHANGE, organization);
    }

    /** Gives the connection and the permits back. */
    @Override
    public void close() {
        try {
            handle.close();
        } finally {
            permits.forEach(FairSemaphore.Permit::close);
            permits.clear();
        }
    }

    /** For statements that only read; they see all that was written before. */
    public Handle reading() {
        if (waiting != null) {
            begin();
            flush();
        }
        return handle.get();
    }

    /** For statements that lock what they read, until the work ends. */
    public Handle locking() {
        begin();
        flush();
        return handle.get();
    }

    /**
     * Keeps a row from being changed, removed or newly referred to by others until the work ends, where a foreign key
     * alone does not.
     */
    public void hold(String table, OrganizationId organization, UUID id) {
        if (database.holdsReferencedRows()) {
            return;
        }
        String sql = "select id from " + table + " where organization_id = :organization and id = :id for update";
        try (Query query = locking().createQuery(sql)) {
            new StatementParameters(query, database)
                    .text("organization", organization.value())
                    .uuid("id", id);
            Rows.first(query, (row, context) -> id);
        }
    }

    /** For statements that write in another way than {@link StatementBatch}. */
    public Handle writing() {
        return locking();
    }

    /**
     * Carries out a statement for each item; the organisation is bound already. In pieces, since the time that a statement
     * may take is that of a whole batch.
     */
    public <T> void writeEach(
            OrganizationId organization, String statement, List<T> items, BiConsumer<StatementParameters, T> binding) {
        for (int from = 0; from < items.size(); from += PIECE) {
            try (PreparedBatch batch = writing().prepareBatch(statement)) {
                for (T item : items.subList(from, Math.min(items.size(), from + PIECE))) {
                    binding.accept(
                            new StatementParameters(batch, database).text("organization", organization.value()), item);
                    batch.add();
                }
                batch.execute();
            }
        }
    }

    /** Writes, now or before anything else is done. */
    public void write(StatementBatch writes) {
        if (waiting != null) {
            begin();
            flush();
        }
        waiting = isUnchecked ? writes.providedThat(UncustomizedOrganizations.STILL) : writes;
        isUnchecked = false;
    }

    /** Ends the work and keeps what it wrote. */
    void commit() {
        if (waiting != null && !waiting.isOneStatement(database)) {
            begin();
        }
        flush();
        if (begun) {
            handle.get().commit();
        }
    }

    /** Ends the work and keeps nothing. */
    void rollback() {
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
        if (waiting != null) {
            StatementBatch writes = waiting;
            waiting = null;
            writes.execute(handle.get(), database);
        }
    }
}
