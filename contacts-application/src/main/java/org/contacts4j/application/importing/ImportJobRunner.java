package org.contacts4j.application.importing;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.contacts4j.application.Ids;
import org.contacts4j.application.Store;
import org.contacts4j.application.Transaction;
import org.contacts4j.application.importing.progress.ImportProgress;
import org.contacts4j.application.importing.progress.StoreRetry;
import org.contacts4j.application.importing.undo.ImportUndoRunner;
import org.contacts4j.application.importing.warning.ImportWarning;
import org.contacts4j.domain.id.OrganizationId;

/**
 * The operations of a worker that runs the jobs of {@link ImportJobService}. Each batch of rows commits the job's
 * progress in its own transaction. After a crash, another attempt continues after the last committed row.
 */
public final class ImportJobRunner {

    /** The number of attempts without a committed row after which a job fails. */
    public static final int MAX_ATTEMPTS = 5;

    static final Duration LEASE = Duration.ofSeconds(30);
    private static final int DELETE_BATCH = 10_000;

    private final Store store;
    private final Clock clock;
    private final ImportService imports;
    private final ImportUndoRunner undo;
    private final StoreRetry retry;
    private final UUID holder;

    /** Creates a runner that claims jobs under a generated holder id, unique among all nodes. */
    public ImportJobRunner(Store store, Clock clock, Ids ids, ImportService imports, ImportUndoRunner undo) {
        this.store = store;
        this.clock = clock;
        this.imports = imports;
        this.undo = undo;
        this.retry = StoreRetry.by(clock);
        this.holder = ids.next();
    }

    /** Claims the oldest job of the organization that no node is working on. */
    public Optional<ImportJob> claim(OrganizationId organization) {
        return store.write(tx -> tx.importJobs().claim(organization, holder, clock.instant(), leased()));
    }

    /** Writes the file of a claimed job to the stream. */
    public void copyFile(OrganizationId organization, ImportJob job, OutputStream out) throws IOException {
        Optional<byte[]> part = part(organization, job, 0);
        for (int number = 1; part.isPresent(); number++) {
            out.write(part.get());
            retried(tx -> hold(tx, organization, job));
            part = part(organization, job, number);
        }
    }

    /**
     * Runs the remaining rows of a claimed job.
     *
     * @param columns the names of the file's columns
     * @param count the number of rows in the file
     * @param rows all rows of the file; those that were processed before are skipped
     */
    public void run(
            OrganizationId organization, ImportJob job, List<String> columns, long count, Iterator<ImportRow> rows) {
        ImportJob running = job.in(ImportState.RUNNING, null, clock.instant()).over(columns, count, clock.instant());
        for (long done = 0; done < job.summary().total() && rows.hasNext(); done++) {
            rows.next();
        }
        ImportSummary summary =
                imports.run(job.caller(), job.options(), rows, job.summary(), new JobProgress(organization, running));
        end(organization, running.at(summary, clock.instant()).in(ImportState.DONE, null, clock.instant()));
    }

    /**
     * Undoes the remaining changes of a claimed job that is being undone.
     *
     * @param beforeBatch is run before each batch; it ends the undo by throwing
     */
    public void undo(OrganizationId organization, ImportJob job, Runnable beforeBatch) {
        undo.run(organization, job, beforeBatch, (tx, after) -> hold(tx, organization, after));
    }

    /** Ends a claimed job as failed. The rows committed so far remain, and remain counted. */
    public void fail(OrganizationId organization, ImportJob job, String why) {
        ImportJob now =
                store.read(tx -> tx.importJobs().find(organization, job.id())).orElse(job);
        end(organization, now.in(ImportState.FAILED, why, clock.instant()));
    }

    /** Releases a claimed job with its progress so far. This attempt is not counted. */
    public void release(OrganizationId organization, ImportJob job) {
        write(tx -> tx.importJobs()
                .find(organization, job.id())
                .ifPresent(now -> tx.importJobs()
                        .update(organization, now.after(Math.max(0, now.attempts() - 1)), holder, clock.instant())));
    }

    /**
     * Releases a job whose attempt was interrupted. It can be claimed again after {@code wait}. Instead, the job fails
     * after {@link #MAX_ATTEMPTS} attempts without a committed row.
     *
     * @return whether the job can be claimed again
     */
    public boolean postpone(OrganizationId organization, ImportJob job, Duration wait) {
        ImportJob now =
                store.read(tx -> tx.importJobs().find(organization, job.id())).orElse(job);
        if (now.attempts() >= MAX_ATTEMPTS) {
            giveUp(organization, now);
            return false;
        }
        write(tx -> tx.importJobs()
                .update(organization, now, holder, clock.instant().plus(wait)));
        return true;
    }

    /** Fails a job that had too many attempts without a committed row. The rows committed before remain. */
    public void giveUp(OrganizationId organization, ImportJob job) {
        fail(organization, job, whyGivenUp(job));
    }

    private static String whyGivenUp(ImportJob job) {
        if (job.state() == ImportState.UNDOING) {
            return "The undo was started " + MAX_ATTEMPTS + " times without finishing a contact; what was undone stays"
                    + " undone. Undo the import again to continue.";
        }
        return "The import was started " + MAX_ATTEMPTS + " times without finishing a row after the first "
                + job.summary().total() + " rows; the rows that were done are kept.";
    }

    /** Deletes the jobs that ended {@link ImportJobService#RETENTION} ago, with their failed rows and changes. */
    public void deleteExpired(OrganizationId organization) {
        Instant before = clock.instant().minus(ImportJobService.RETENTION);
        Optional<ImportId> old = store.read(tx -> tx.importJobs().endedBefore(organization, before));
        while (old.isPresent()) {
            forget(organization, old.get());
            old = store.read(tx -> tx.importJobs().endedBefore(organization, before));
        }
    }

    private void forget(OrganizationId organization, ImportId id) {
        int forgotten = DELETE_BATCH;
        while (forgotten == DELETE_BATCH) {
            forgotten = store.write(tx -> tx.importJobs().deleteFailures(organization, id, DELETE_BATCH));
        }
        while (store.write(tx -> tx.importChanges().delete(organization, id, DELETE_BATCH))) {
            // Another batch follows.
        }
        write(tx -> {
            tx.importWarnings().deleteAll(organization, id);
            tx.importJobs().delete(organization, id);
        });
    }

    private void end(OrganizationId organization, ImportJob job) {
        retried(tx -> {
            hold(tx, organization, job);
            tx.importJobs().deleteParts(organization, job.id());
        });
    }

    private void hold(Transaction tx, OrganizationId organization, ImportJob job) {
        if (!tx.importJobs().update(organization, job, holder, leased())) {
            throw new LeaseLost();
        }
    }

    private Optional<byte[]> part(OrganizationId organization, ImportJob job, int number) {
        Supplier<Optional<byte[]>> read = () -> store.read(tx -> tx.importJobs().part(organization, job.id(), number));
        return retry.run(read, read);
    }

    private Instant leased() {
        return clock.instant().plus(LEASE);
    }

    /** Runs an idempotent write, retried while the store is unavailable. A lost response to a commit is harmless. */
    private void retried(Consumer<Transaction> work) {
        Supplier<Boolean> write = () -> write(work);
        retry.run(write, write);
    }

    private boolean write(Consumer<Transaction> work) {
        return store.write(tx -> {
            work.accept(tx);
            return true;
        });
    }

    /** The progress of a job, stored with each batch of its rows. */
    private final class JobProgress implements ImportProgress {

        private final OrganizationId organization;
        private final ImportJob running;

        JobProgress(OrganizationId organization, ImportJob running) {
            this.organization = organization;
            this.running = running;
        }

        @Override
        public void record(
                Transaction tx, List<FailedRow> failures, List<ImportWarning> warnings, ImportSummary soFar) {
            tx.importJobs().addFailures(organization, running.id(), failures);
            ImportProgress.recordChanges(tx, running);
            int listed = (int) Math.min(soFar.warned(), ImportSummary.MAX_LISTED);
            tx.importWarnings().add(organization, running.id(), listed - warnings.size(), warnings);
            hold(tx, organization, running.at(soFar, clock.instant()));
        }

        @Override
        public Optional<ImportSummary> recorded(Transaction tx, ImportSummary before, int rows) {
            return tx.importJobs()
                    .find(organization, running.id())
                    .map(ImportJob::summary)
                    .filter(kept -> kept.total() == before.total() + rows);
        }
    }

    /** Thrown when another node has claimed the job, because this node was too slow. */
    public static final class LeaseLost extends IllegalStateException {

        private static final long serialVersionUID = 1;

        LeaseLost() {
            super("the import was taken up by another node");
        }
    }
}
