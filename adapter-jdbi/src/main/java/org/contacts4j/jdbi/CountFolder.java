package org.contacts4j.jdbi;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.contacts4j.jdbi.tag.TagFolder;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * Adds up, every second, what writers noted in {@link RecordCounts} and of tags. Any number of nodes may do it at once: a
 * change is taken by one of them, and is in the changes or in the total at every moment, never in both.
 */
final class CountFolder implements AutoCloseable {

    private static final int SECONDS = 1;
    private static final int AT_ONCE = 10_000;
    private static final Comparator<CountSql.Of> ORDER =
            Comparator.comparing(CountSql.Of::organization).thenComparing(CountSql.Of::kind);

    private final Jdbi jdbi;
    private final Database database;
    private final String takeChanges;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "contacts4j-counts");
        thread.setDaemon(true);
        return thread;
    });

    CountFolder(Jdbi jdbi, Database database) {
        this.jdbi = jdbi;
        this.database = database;
        this.takeChanges = database.take(
                "organization_id, kind, change",
                "delete from record_count_change" + database.anyFree("record_count_change", AT_ONCE));
    }

    void start() {
        ScheduledFuture<?> unused = timer.scheduleWithFixedDelay(this::foldQuietly, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    /** Adds up what there is now. */
    void fold() {
        jdbi.useTransaction(this::fold);
        while (jdbi.<Boolean, RuntimeException>inTransaction(handle -> TagFolder.fold(handle, database))) {
            // There is more.
        }
    }

    private void fold(Handle handle) {
        CountSql sql = handle.attach(CountSql.class);
        List<CountSql.Change> changes = sql.takeChanges(takeChanges);
        // In one order for all nodes, so that two of them never wait for each other in a circle.
        Map<CountSql.Of, Long> sums = changes.stream()
                .collect(groupingBy(
                        CountSql.Change::of, () -> new TreeMap<>(ORDER), summingLong(CountSql.Change::change)));
        sums.forEach((of, sum) -> {
            if (sql.addToTotal(of.organization(), of.kind(), sum) == 0) {
                sql.startTotal(of.organization(), of.kind(), sum);
            }
        });
    }

    private void foldQuietly() {
        try {
            fold();
        } catch (JdbiException e) {
            // The changes stay and count as they are; the next round takes them.
            System.getLogger(CountFolder.class.getName())
                    .log(System.Logger.Level.DEBUG, "counts are added up in the next round", e);
        }
    }

    @Override
    public void close() {
        timer.shutdown();
        try {
            timer.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
