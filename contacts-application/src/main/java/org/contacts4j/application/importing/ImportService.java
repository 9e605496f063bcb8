package org.contacts4j.application.importing;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.contacts4j.application.Ids;
import org.contacts4j.application.Store;
import org.contacts4j.application.Transaction;
import org.contacts4j.application.audit.AuditTrail;
import org.contacts4j.application.background.DaemonThreads;
import org.contacts4j.application.contact.EmailRule;
import org.contacts4j.application.importing.batch.EarlierRowKeys;
import org.contacts4j.application.importing.batch.ImportCounts;
import org.contacts4j.application.importing.batch.PreparedRow;
import org.contacts4j.application.importing.batch.PreparedRow.PreparedContact;
import org.contacts4j.application.importing.batch.RowBatch;
import org.contacts4j.application.importing.batch.RowMerge;
import org.contacts4j.application.importing.batch.StoreRetry;
import org.contacts4j.application.importing.warning.ImportWarning;
import org.contacts4j.application.member.Directory;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.audit.AuditAction;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.organization.Caller;

/**
 * A service that imports contacts from rows. It commits rows in batches of a thousand, each in its own transaction.
 * Committed batches remain when a later one fails. Running the same import again continues from there, because rows
 * that match a contact create nothing. Imports of one organization take turns, batch by batch.
 *
 * <pre>{@code
 * Patch<Contact> fields = Patch.of(ContactField.NAME, "Grace Hopper");
 * ImportRow row = new ImportRow(1, null, fields, List.of("Grace Hopper"));
 * ImportSummary summary = imports.run(caller, ImportOptions.DEFAULT, List.of(row).iterator());
 * }</pre>
 */
public final class ImportService {

    private static final int BATCH = 1_000;
    private static final int BATCH_CHARACTERS = 1024 * 1024;

    private final Store store;
    private final Clock clock;
    private final Ids ids;
    private final Directory directory;
    private final EmailRule emails;
    private final StoreRetry retry;
    private final AuditTrail trail;

    public ImportService(Store store, Clock clock, Ids ids, Directory directory, EmailRule emails, AuditTrail trail) {
        this.store = store;
        this.clock = clock;
        this.ids = ids;
        this.directory = directory;
        this.emails = emails;
        this.retry = StoreRetry.by(clock);
        this.trail = trail;
    }

    /**
     * Imports the rows. An invalid row is counted and reported, and the other rows are stored. Rows do not match
     * contacts that a restricted caller cannot see. Contacts that a restricted caller imports are assigned to that
     * caller. While the store is unavailable, a batch is retried for up to 30 seconds.
     *
     * @param rows the rows; one other thread reads them, one batch ahead of the batch being stored
     * @throws ContactsFailure.Forbidden if the caller may only read
     * @throws ContactsFailure.Unavailable if the store stays unavailable; the earlier batches remain stored
     */
    public ImportSummary run(Caller caller, ImportOptions options, Iterator<ImportRow> rows) {
        caller.requireWrite();
        if (!options.dryRun()) {
            retry.run(() -> recordStart(caller), () -> recordStart(caller));
        }
        return run(caller, options, rows, ImportSummary.NOTHING, (tx, failures, warnings, soFar) -> {});
    }

    private Caller recordStart(Caller caller) {
        return store.write(tx -> {
            trail.append(tx, caller, AuditAction.IMPORT_STARTED, null);
            return caller;
        });
    }

    /** Continues after rows that are counted already, and records the progress with every batch. */
    ImportSummary run(
            Caller caller, ImportOptions options, Iterator<ImportRow> rows, ImportSummary before, Progress progress) {
        caller.requireWrite();
        Run run = new Run(caller, options, new EarlierRowKeys(), progress);
        ExecutorService reader = Executors.newSingleThreadExecutor(DaemonThreads.named("import"));
        try {
            ImportSummary soFar = before;
            List<PreparedRow> batch = read(caller, options, rows);
            while (!batch.isEmpty()) {
                Future<List<PreparedRow>> next = reader.submit(() -> read(caller, options, rows));
                soFar = store(run, batch, soFar);
                batch = result(next);
            }
            return soFar;
        } finally {
            reader.shutdownNow();
        }
    }

    private ImportSummary store(Run run, List<PreparedRow> batch, ImportSummary soFar) {
        ImportSummary now = retry.run(() -> store(run, batch, soFar, false), () -> store(run, batch, soFar, true));
        run.earlier().commitBatch();
        if (!run.options().dryRun()) {
            batch.stream()
                    .map(PreparedRow::prepared)
                    .filter(Objects::nonNull)
                    .map(prepared -> prepared.contact().assignment())
                    .distinct()
                    .forEach(assignment -> directory.assigned(run.caller().organization(), assignment));
        }
        return now;
    }

    /** @param again whether a previous attempt, whose response was lost, may have committed the batch */
    private ImportSummary store(Run run, List<PreparedRow> batch, ImportSummary soFar, boolean again) {
        return run.options().dryRun()
                ? store.read(tx -> process(tx, run, batch, soFar, again))
                : store.write(tx -> process(tx, run, batch, soFar, again));
    }

    /** Starts from the counts of the batches before, because it may run several times for one batch. */
    private ImportSummary process(
            Transaction tx, Run run, List<PreparedRow> batch, ImportSummary soFar, boolean again) {
        Optional<ImportSummary> recorded = again ? run.progress().recorded(tx, soFar, batch.size()) : Optional.empty();
        if (recorded.isPresent()) {
            return recorded.get();
        }
        run.earlier().beginBatch();
        ImportCounts counts = ImportCounts.after(soFar);
        new RowBatch(tx, run.caller(), run.options(), emails, clock, ids, counts, run.earlier(), again).process(batch);
        ImportSummary now = counts.summary();
        run.progress().record(tx, counts.failures(), counts.newWarnings(), now);
        return now;
    }

    private List<PreparedRow> read(Caller caller, ImportOptions options, Iterator<ImportRow> rows) {
        RowMerge merging = new RowMerge(caller, options);
        List<PreparedRow> batch = new ArrayList<>();
        int characters = 0;
        while (batch.size() < BATCH && characters < BATCH_CHARACTERS && rows.hasNext()) {
            ImportRow row = rows.next();
            characters += row.size();
            batch.add(PreparedRow.of(
                    row,
                    merging,
                    fields -> PreparedContact.of(
                            Contact.create(
                                    new ContactId(ids.next()),
                                    caller.organization(),
                                    fields,
                                    caller.member(),
                                    clock.instant()),
                            options.matchBy(),
                            ids.next())));
        }
        return batch;
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while rows were being read", e);
        }
    }

    /** The values that all batches of one import share. */
    private record Run(Caller caller, ImportOptions options, EarlierRowKeys earlier, Progress progress) {}

    /** A receiver of the result of each batch, called in the batch's transaction. */
    @FunctionalInterface
    interface Progress {

        /**
         * Records the result of a batch.
         *
         * @param failures the failed rows of the batch
         * @param warnings the warnings of the batch that the summary lists
         * @param soFar the summary of all batches so far
         */
        void record(Transaction tx, List<FailedRow> failures, List<ImportWarning> warnings, ImportSummary soFar);

        /**
         * Returns the summary if a previous attempt, whose response was lost, recorded this batch.
         *
         * @param before the summary of all earlier batches
         * @param rows the number of rows in the batch
         * @return the summary including the batch; empty if the batch was not recorded, or progress is not stored
         */
        default Optional<ImportSummary> recorded(Transaction tx, ImportSummary before, int rows) {
            return Optional.empty();
        }
    }
}
