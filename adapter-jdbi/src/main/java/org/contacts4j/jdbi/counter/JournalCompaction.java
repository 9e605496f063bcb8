package org.contacts4j.jdbi.counter;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;

import java.util.Comparator;
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
 * totals, never in both. The handles must be in a transaction.
 *
 * @param tagTotals adds the tag changes of entries to the tag table, in the handle's transaction
 */
public record JournalCompaction(Database database, BiConsumer<Handle, List<CounterJournal.Entry>> tagTotals) {

    private static final int BATCH_SIZE = 10_000;
    private static final String DELETE = "delete from counter_journal";
    private static final Comparator<Of> ORDER =
            Comparator.comparing(Of::organization).thenComparing(Of::kind);

    /** Compacts the entries that exist now. When it fails, the remaining entries stay in the journal for the next run. */
    public void run(Jdbi jdbi, Runnable heartbeat) {
        try {
            while (jdbi.<Boolean, RuntimeException>inTransaction(this::compact)) {
                heartbeat.run();
            }
        } catch (JdbiException e) {
            throw DatabaseError.translated(e);
        }
    }

    /** Compacts journal entries of all organizations. Returns whether there may be more. */
    public boolean compact(Handle handle) {
        CounterJournalSql sql = handle.attach(CounterJournalSql.class);
        String anyUnlocked = DELETE + database.anyUnlocked("counter_journal", BATCH_SIZE);
        List<CounterJournal.Entry> entries =
                sql.deleteUnlocked(database.deleteReturning(JournalEntryRow.COLUMNS, anyUnlocked));
        add(handle, sql, entries);
        return entries.size() == BATCH_SIZE;
    }

    /** Compacts all journal entries of one organization. */
    public void compactOrganization(Handle handle, OrganizationId organization) {
        CounterJournalSql sql = handle.attach(CounterJournalSql.class);
        String all = DELETE + " where organization_id = :organization";
        add(handle, sql, sql.deleteAll(database.deleteReturning(JournalEntryRow.COLUMNS, all), organization.value()));
    }

    private void add(Handle handle, CounterJournalSql sql, List<CounterJournal.Entry> entries) {
        // All nodes update totals in the same order, so that they do not deadlock.
        Map<Of, Long> sums = entries.stream()
                .collect(groupingBy(
                        entry -> new Of(entry.organization(), entry.kind()),
                        () -> new TreeMap<>(ORDER),
                        summingLong(CounterJournal.Entry::change)));
        sums.forEach((of, sum) -> {
            if (sum != 0 && sql.addToTotal(of.organization(), of.kind(), sum) == 0) {
                sql.startTotal(of.organization(), of.kind(), sum);
            }
        });
        tagTotals.accept(handle, entries);
    }

    /** The key of a total: a kind of record in an organization. */
    private record Of(String organization, String kind) {}
}
