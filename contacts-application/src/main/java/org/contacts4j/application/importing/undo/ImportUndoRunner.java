package org.contacts4j.application.importing.undo;

import java.time.Clock;
import java.util.Optional;
import org.contacts4j.application.Ids;
import org.contacts4j.application.Store;
import org.contacts4j.application.Transaction;
import org.contacts4j.application.audit.AuditTrail;
import org.contacts4j.application.contact.EmailRule;
import org.contacts4j.application.importing.ImportJob;
import org.contacts4j.application.importing.ImportState;
import org.contacts4j.application.importing.progress.StoreRetry;
import org.contacts4j.domain.id.OrganizationId;

/**
 * Undoes imports in batches. Each batch deletes the record of the changes that it reverses, in its transaction, so the
 * next one continues with the rest, on any node.
 */
public record ImportUndoRunner(Store store, Clock clock, Ids ids, EmailRule emails, AuditTrail trail) {

    /**
     * Undoes the remaining changes of a claimed import.
     *
     * @param beforeBatch is run before each batch; it ends the undo by throwing
     * @param progress stores the job in the transaction of each batch
     */
    public void run(OrganizationId organization, ImportJob job, Runnable beforeBatch, Progress progress) {
        StoreRetry retry = StoreRetry.by(clock);
        ImportState state = ImportState.UNDOING;
        while (state == ImportState.UNDOING) {
            beforeBatch.run();
            state = retry.run(() -> batch(organization, job, progress), () -> batch(organization, job, progress));
        }
    }

    /** Undoes a batch. A repetition after a lost response undoes the next one. */
    private ImportState batch(OrganizationId organization, ImportJob job, Progress progress) {
        return store.write(tx -> {
            ImportJob now = tx.importJobs().find(organization, job.id()).orElse(job);
            ImportUndo soFar = Optional.ofNullable(now.undo()).orElseGet(() -> ImportUndo.by(job.caller()));
            ImportJob after = new UndoBatch(
                            tx, soFar.caller(), job.id(), emails, store.phoneNumbers(), clock, ids, trail)
                    .run(soFar)
                    .map(undo -> now.undoing(undo, clock.instant()))
                    .orElseGet(() -> now.in(ImportState.UNDONE, now.message(), clock.instant()));
            progress.record(tx, after);
            return after.state();
        });
    }

    /** A receiver of the result of each batch, called in the batch's transaction. */
    @FunctionalInterface
    public interface Progress {

        /** Records the job after a batch; throws if another node has claimed the job. */
        void record(Transaction tx, ImportJob job);
    }
}
