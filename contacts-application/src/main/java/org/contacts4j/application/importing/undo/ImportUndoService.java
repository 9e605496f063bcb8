package org.contacts4j.application.importing.undo;

import java.time.Clock;
import java.util.List;
import org.contacts4j.application.CurrentStore;
import org.contacts4j.application.Transaction;
import org.contacts4j.application.audit.AuditTrail;
import org.contacts4j.application.importing.ImportId;
import org.contacts4j.application.importing.ImportJob;
import org.contacts4j.application.importing.ImportJobService;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.audit.AuditAction;
import org.contacts4j.domain.organization.Caller;

/**
 * Undoes imports: contacts that the import created are deleted, and contacts that it updated get their values from
 * before. Contacts that were changed since are left as they are, and listed. {@link org.contacts4j.application.Workers
 * Workers} run the undo.
 */
public final class ImportUndoService {

    private final CurrentStore store;
    private final ImportJobService jobs;
    private final Clock clock;
    private final AuditTrail trail;

    public ImportUndoService(CurrentStore store, ImportJobService jobs, Clock clock, AuditTrail trail) {
        this.store = store;
        this.jobs = jobs;
        this.clock = clock;
        this.trail = trail;
    }

    /**
     * Starts the undo of an import. Returns before it begins. If it was started before, nothing happens.
     *
     * @return the import, with the results of its undo so far
     * @throws ContactsFailure.Forbidden if the caller may only read
     * @throws ContactsFailure.NotFound if the import does not exist, is hidden from the caller, or ended {@link
     *     ImportJobService#RETENTION} ago
     * @throws ContactsFailure.ImportNotEnded if the import has not ended
     */
    public ImportJob undo(Caller caller, ImportId id) {
        caller.requireWrite();
        return store.write(caller, tx -> {
            ImportJob job = jobs.get(caller, tx, id);
            if (job.state().hasEnded()
                    && !job.updatedAt().plus(ImportJobService.RETENTION).isAfter(clock.instant())) {
                throw new ContactsFailure.NotFound("import");
            }
            return switch (job.state()) {
                case RECEIVING, QUEUED, RUNNING -> throw new ContactsFailure.ImportNotEnded();
                case DONE, FAILED -> start(tx, caller, job);
                case UNDOING, UNDONE -> job;
            };
        });
    }

    private ImportJob start(Transaction tx, Caller caller, ImportJob job) {
        ImportUndo soFar = job.undo() == null
                ? ImportUndo.by(caller)
                : new ImportUndo(
                        caller,
                        job.undo().removed(),
                        job.undo().restored(),
                        job.undo().kept());
        ImportJob undoing = job.undoing(soFar, clock.instant());
        if (!tx.importJobs().startUndo(caller.organization(), undoing)) {
            return jobs.get(caller, tx, job.id());
        }
        trail.append(tx, caller, AuditAction.IMPORT_UNDONE, job.id());
        return undoing;
    }

    /**
     * Returns at most {@code limit} contacts that the undo of an import left as they are, by id. Names of contacts that
     * the caller cannot see are null.
     *
     * @throws ContactsFailure.NotFound if the import does not exist or is hidden from the caller
     */
    public List<KeptContact> kept(Caller caller, ImportId id, int limit) {
        return store.read(tx -> {
            ImportJob job = jobs.get(caller, tx, id);
            return tx.importChanges().kept(caller.organization(), caller.visibility(), job.id(), limit);
        });
    }
}
