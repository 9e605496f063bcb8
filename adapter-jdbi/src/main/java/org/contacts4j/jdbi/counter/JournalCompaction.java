package org.contacts4j.jdbi.counter;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.jdbi.connection.DatabaseError;
import org.contacts4j.jdbi.sql.Database;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * Adds the entries of the {@link CounterJournal} to the record totals and to the contact count of each tag. Any number
 * of nodes may run it at once. One node takes an entry, and at any moment an entry is either in the journal or in the
 * totals, never in both.
 *
 * @param tagTotals adds the tag changes of entries to the tag table, in the handle's transaction
 */
public record JournalCompaction(Database database, BiConsumer<Handle, List<CounterJournal.Entry>> tagTotals) {

    private static final int BATCH_SIZE = 10_000;
    private static final String DELETE = "delete from counter_journal where organization_id = :organization ";

    /** The number of entries that one page of a list can sum up in about 0.1 ms. */
    private static final int MANY = 500;

    /**
     * Compacts the entries that exist now, in a transaction of its own for each organization. When it fails, the
     * remaining entries stay in the journal for the next run. After many entries it also removes what PostgreSQL keeps
     * of deleted rows, since each total would read it.
     *
     * @return whether there were so many entries that the next run should follow soon
     */
    public boolean run(Jdbi jdbi, Runnable heartbeat) {
        try {
            int compacted = 0;
            for (String organization : jdbi.withExtension(CounterJournalSql.class, CounterJournalSql::organizations)) {
                compacted += compactInBatches(jdbi, organization, heartbeat);
            }
            if (compacted >= MANY) {
                database.vacuum("counter_journal")
                        .ifPresent(vacuum -> jdbi.useHandle(handle -> handle.execute(vacuum)));
            }
            return compacted >= MANY;
        } catch (JdbiException e) {
            throw DatabaseError.translated(e);
        }
    }

    private int compactInBatches(Jdbi jdbi, String organization, Runnable heartbeat) {
        int all = 0;
        int batch;
        do {
            batch = jdbi.inTransaction(handle -> compactUnlocked(handle, organization));
            all += batch;
            heartbeat.run();
        } while (batch == BATCH_SIZE);
        return all;
    }

    /** Compacts entries that no other transaction has locked. Returns their number. */
    private int compactUnlocked(Handle handle, String organization) {
        return compact(handle, organization, DELETE + database.anyUnlocked("counter_journal", BATCH_SIZE));
    }

    /** Compacts all journal entries of one organization. Waits for entries that another transaction has locked. */
    public void compactOrganization(Handle handle, OrganizationId organization) {
        compact(handle, organization.value(), DELETE);
    }

    /** Returns the number of compacted entries. */
    private int compact(Handle handle, String organization, String delete) {
        CounterJournalSql sql = handle.attach(CounterJournalSql.class);
        List<CounterJournal.Entry> entries =
                sql.delete(database.deleteReturning(JournalEntryRow.COLUMNS, delete), organization);
        add(sql, organization, entries);
        tagTotals.accept(handle, entries);
        return entries.size();
    }

    private static void add(CounterJournalSql sql, String organization, List<CounterJournal.Entry> entries) {
        // All nodes update totals in the same order, so that they do not deadlock.
        Map<String, Long> sums = entries.stream()
                .collect(groupingBy(
                        CounterJournal.Entry::kind, TreeMap::new, summingLong(CounterJournal.Entry::change)));
        sums.forEach((kind, sum) -> {
            if (sum != 0 && sql.addToTotal(organization, kind, sum) == 0) {
                sql.startTotal(organization, kind, sum);
            }
        });
    }
}
