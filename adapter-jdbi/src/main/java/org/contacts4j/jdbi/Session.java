package org.contacts4j.jdbi;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.contacts4j.domain.OrganizationId;
import org.contacts4j.jdbi.Lanes.Lane;
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
public final class Session implements AutoCloseable {

    /** The condition that {@code :organization} is one that {@link #takesForPlain} is not for. */
    public static final String IS_SPECIAL = PlainOrganizations.IS_SPECIAL;

    private static final int PIECE = 100;

    private final LazyHandle handle;
    private final Lanes lanes;
    private final List<FairPermits.Permit> permits = new ArrayList<>();
    private final Set<Lane> entered = EnumSet.noneOf(Lane.class);
    private final Database database;
    private final PlainOrganizations plain;
    private final boolean firstAttempt;
    private boolean tookForPlain;
    private boolean isUnchecked;
    private @Nullable OrganizationId withoutWebhooks;
    private @Nullable Writes waiting;
    private boolean begun;

    Session(LazyHandle handle, Lanes lanes, Database database, PlainOrganizations plain, boolean firstAttempt) {
        this.handle = handle;
        this.lanes = lanes;
        this.database = database;
        this.plain = plain;
        this.firstAttempt = firstAttempt;
    }

    public Database database() {
        return database;
    }

    /**
     * Whether a record need not be locked before it is changed, since the write itself is {@linkplain Writes#guardedBy
     * guarded}. Only at first: work that lost a race that way locks when it is run again, so that it does not lose again.
     */
    public boolean isOptimistic() {
        return firstAttempt;
    }

    /**
     * Whether the organisation can be taken for one that never had a custom field or webhook, without asking. Then the
     * next write makes sure that it is; if not, the work has lost a race, and asks when it is run again.
     */
    public boolean takesForPlain(OrganizationId organization) {
        isUnchecked = firstAttempt && database.writesTogether() && plain.contain(organization);
        if (isUnchecked) {
            tookForPlain = true;
            withoutWebhooks = organization;
        }
        return isUnchecked;
    }

    /** Whether this work went by something that it did not ask. */
    boolean tookForPlain() {
        return tookForPlain;
    }

    /** Notes whether this work has found the organisation to be one that {@link #takesForPlain} is not for. */
    public void foundSpecial(OrganizationId organization, boolean special) {
        plain.found(organization, !special);
    }

    /** Before the organisation's first custom field or webhook: from now on everybody looks for them. */
    public void markSpecial(OrganizationId organization) {
        try (Update mark = writing().createUpdate(PlainOrganizations.NO_LONGER)) {
            new Parameters(mark, database).text("organization", organization.value());
            mark.execute();
        }
    }

    /** Notes whether this work has found webhooks. */
    public void foundWebhooks(OrganizationId organization, boolean webhooks) {
        withoutWebhooks = webhooks ? null : organization;
    }

    /** Whether there may be somebody to tell: so unless this work has found that there is nobody. */
    public boolean mayHaveWebhooks(OrganizationId organization) {
        return !organization.equals(withoutWebhooks);
    }

    /**
     * Waits until this work may run a long statement; it then may until it ends. No work holds a connection while it waits.
     *
     * @throws PermitTaken when it would have to wait and has begun a transaction, which must be rolled back first
     */
    void enter(Lane lane, OrganizationId organization) {
        if (entered.contains(lane) || (lane == Lane.SEARCH && entered.contains(Lane.SCAN))) {
            return;
        }
        permits.add(
                begun || waiting != null
                        ? lanes.enterNow(lane, organization).orElseThrow(() -> new PermitTaken(lane, organization))
                        : enterWithoutConnection(lane, organization));
        entered.add(lane);
    }

    private FairPermits.Permit enterWithoutConnection(Lane lane, OrganizationId organization) {
        handle.close();
        return lanes.enter(lane, organization);
    }

    /** Before a list that is long, and of which no {@link ListQuery} knows. */
    public void enterSearch(OrganizationId organization) {
        enter(Lane.SEARCH, organization);
    }

    /** Before a change of all contacts that have something in common. */
    public void enterChange(OrganizationId organization) {
        enter(Lane.CHANGE, organization);
    }

    /** Gives the connection and the permits back. */
    @Override
    public void close() {
        try {
            handle.close();
        } finally {
            permits.forEach(FairPermits.Permit::close);
            permits.clear();
        }
    }

    /** For statements that only read; they see all that was written before. */
    public Handle reading() {
        if (waiting != null) {
            begin();
            carryOut();
        }
        return handle.get();
    }

    /** For statements that lock what they read, until the work ends. */
    public Handle locking() {
        begin();
        carryOut();
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
            new Parameters(query, database)
                    .text("organization", organization.value())
                    .uuid("id", id);
            Rows.first(query, (row, context) -> id);
        }
    }

    /** For statements that write in another way than {@link Writes}. */
    public Handle writing() {
        return locking();
    }

    /**
     * Carries out a statement for each item; the organisation is bound already. In pieces, since the time that a statement
     * may take is that of a whole batch.
     */
    public <T> void writeEach(
            OrganizationId organization, String statement, List<T> items, BiConsumer<Parameters, T> binding) {
        for (int from = 0; from < items.size(); from += PIECE) {
            try (PreparedBatch batch = writing().prepareBatch(statement)) {
                for (T item : items.subList(from, Math.min(items.size(), from + PIECE))) {
                    binding.accept(new Parameters(batch, database).text("organization", organization.value()), item);
                    batch.add();
                }
                batch.execute();
            }
        }
    }

    /** Writes, now or before anything else is done. */
    public void write(Writes writes) {
        if (waiting != null) {
            begin();
            carryOut();
        }
        waiting = isUnchecked ? writes.providedThat(PlainOrganizations.STILL) : writes;
        isUnchecked = false;
    }

    /** Ends the work and keeps what it wrote. */
    void commit() {
        if (waiting != null && !waiting.isOneStatement(database)) {
            begin();
        }
        carryOut();
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

    private void carryOut() {
        if (waiting != null) {
            Writes writes = waiting;
            waiting = null;
            writes.execute(handle.get(), database);
        }
    }
}
