package org.contacts4j.application.importing;

import java.time.Clock;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.contacts4j.application.CurrentStore;
import org.contacts4j.application.Ids;
import org.contacts4j.application.Transaction;
import org.contacts4j.application.attachment.AttachmentService;
import org.contacts4j.application.attachment.upload.NewFile;
import org.contacts4j.application.attachment.upload.NewFiles;
import org.contacts4j.application.audit.AuditTrail;
import org.contacts4j.application.background.DaemonThreads;
import org.contacts4j.application.contact.EmailRule;
import org.contacts4j.application.importing.batch.EarlierRowKeys;
import org.contacts4j.application.importing.batch.ImportCounts;
import org.contacts4j.application.importing.batch.PreparedBatch;
import org.contacts4j.application.importing.batch.PreparedRow;
import org.contacts4j.application.importing.batch.RowBatch;
import org.contacts4j.application.importing.batch.RowMerge;
import org.contacts4j.application.importing.progress.ImportProgress;
import org.contacts4j.application.importing.progress.RequestProgress;
import org.contacts4j.application.importing.progress.StoreRetry;
import org.contacts4j.application.member.Directory;
import org.contacts4j.domain.ContactsFailure;
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

    private final CurrentStore store;
    private final Clock clock;
    private final Ids ids;
    private final Directory directory;
    private final EmailRule emails;
    private final StoreRetry retry;
    private final AttachmentService attachments;
    private final AuditTrail trail;
    private final UUID holder;

    public ImportService(
            CurrentStore store,
            Clock clock,
            Ids ids,
            Directory directory,
            EmailRule emails,
            AttachmentService attachments,
            AuditTrail trail) {
        this.store = store;
        this.clock = clock;
        this.ids = ids;
        this.directory = directory;
        this.emails = emails;
        this.retry = StoreRetry.by(clock);
        this.attachments = attachments;
        this.trail = trail;
        this.holder = ids.next();
    }

    /**
     * Imports the rows. An invalid row is counted and reported, and the other rows are stored. Rows do not match
     * contacts that a restricted caller cannot see. Contacts that a restricted caller imports are assigned to that
     * caller. While the store is unavailable, a batch is retried for up to 30 seconds. Files in rows become attachments;
     * a file that a limit refuses, or whose content the contact has already, is left out.
     *
     * @param rows the rows; one other thread reads them, one batch ahead of the batch being stored
     * @throws ContactsFailure.Forbidden if the caller may only read
     * @return the results, with the id by which the import can be undone unless it is a dry run
     * @throws ContactsFailure.Unavailable if the store stays unavailable; the earlier batches remain stored
     */
    public ImportSummary run(Caller caller, ImportOptions options, Iterator<ImportRow> rows) {
        return run(caller, options, "", rows);
    }

    /**
     * Imports the rows of a file, as {@link #run(Caller, ImportOptions, Iterator)} does.
     *
     * @param fileName the name of the file, for the progress; empty if it has none
     */
    public ImportSummary run(Caller caller, ImportOptions options, String fileName, Iterator<ImportRow> rows) {
        caller.requireWrite();
        if (options.dryRun()) {
            return run(caller, options, rows, ImportSummary.NOTHING, (tx, failures, warnings, soFar) -> {});
        }
        ImportJob job =
                ImportJob.receiving(new ImportId(ids.next()), caller, options, fileName, false, clock.instant());
        RequestProgress progress = new RequestProgress(store, clock, retry, trail, holder, job);
        progress.begin();
        ImportSummary summary = run(caller, options, rows, ImportSummary.NOTHING, progress);
        progress.end(summary);
        return summary.of(job.id());
    }

    /** Continues after rows that are counted already, and records the progress with every batch. */
    ImportSummary run(
            Caller caller,
            ImportOptions options,
            Iterator<ImportRow> rows,
            ImportSummary before,
            ImportProgress progress) {
        caller.requireWrite();
        Run run = new Run(caller, options, new EarlierRowKeys(), progress);
        ExecutorService reader = Executors.newSingleThreadExecutor(DaemonThreads.named("import"));
        try {
            ImportSummary soFar = before;
            PreparedBatch batch = read(caller, options, rows);
            while (!batch.rows().isEmpty()) {
                Future<PreparedBatch> next = reader.submit(() -> read(caller, options, rows));
                soFar = store(run, batch.rows(), soFar);
                batch.files().forEach(NewFile::discard);
                batch = result(next);
            }
            return soFar;
        } finally {
            reader.shutdownNow();
        }
    }

    private ImportSummary store(Run run, List<PreparedRow> batch, ImportSummary soFar) {
        ImportSummary now = storeWithFiles(run, batch, soFar);
        run.earlier().commitBatch();
        if (!run.options().dryRun()) {
            batch.stream()
                    .map(PreparedRow::prepared)
                    .filter(Objects::nonNull)
                    .map(prepared -> prepared.contact().assignment())
                    .distinct()
                    .forEach(assignment -> directory.assigned(run.caller(), assignment));
        }
        return now;
    }

    private ImportSummary storeWithFiles(Run run, List<PreparedRow> batch, ImportSummary soFar) {
        try (NewFiles files = attachments.newFiles(run.caller())) {
            ImportSummary now = retry.run(
                    () -> store(run, batch, soFar, files, false), () -> store(run, batch, soFar, files, true));
            files.keepAttached();
            return now;
        }
    }

    /** @param again whether a previous attempt, whose response was lost, may have committed the batch */
    private ImportSummary store(Run run, List<PreparedRow> batch, ImportSummary soFar, NewFiles files, boolean again) {
        try {
            return run.options().dryRun()
                    ? store.read(tx -> process(tx, run, batch, soFar, files, again))
                    : store.write(run.caller(), tx -> process(tx, run, batch, soFar, files, again));
        } catch (NewFiles.Missing missing) {
            missing.files().forEach(files::store);
            return store(run, batch, soFar, files, again);
        }
    }

    /** Starts from the counts of the batches before, because it may run several times for one batch. */
    private ImportSummary process(
            Transaction tx, Run run, List<PreparedRow> batch, ImportSummary soFar, NewFiles files, boolean again) {
        Optional<ImportSummary> recorded = again ? run.progress().recorded(tx, soFar, batch.size()) : Optional.empty();
        if (recorded.isPresent()) {
            return recorded.get();
        }
        run.earlier().beginBatch();
        ImportCounts counts = ImportCounts.after(soFar);
        new RowBatch(
                        tx,
                        run.caller(),
                        run.options(),
                        emails,
                        store.phoneNumbers(),
                        clock,
                        ids,
                        counts,
                        run.earlier(),
                        files,
                        again)
                .process(batch);
        ImportSummary now = counts.summary();
        run.progress().record(tx, counts.failures(), counts.newWarnings(), now);
        return now;
    }

    private PreparedBatch read(Caller caller, ImportOptions options, Iterator<ImportRow> rows) {
        RowMerge merging = new RowMerge(caller, options, store.phoneNumbers());
        return PreparedBatch.read(
                rows, merging, clock, ids, attachments.newFiles(caller).maxFileBytes());
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
    private record Run(Caller caller, ImportOptions options, EarlierRowKeys earlier, ImportProgress progress) {}
}
