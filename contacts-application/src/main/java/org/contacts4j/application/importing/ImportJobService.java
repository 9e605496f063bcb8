package org.contacts4j.application.importing;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.contacts4j.application.CurrentStore;
import org.contacts4j.application.Ids;
import org.contacts4j.application.Store;
import org.contacts4j.application.Transaction;
import org.contacts4j.application.audit.AuditTrail;
import org.contacts4j.application.importing.warning.ImportWarning;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.audit.AuditAction;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.organization.Caller;

/**
 * A service for imports of files in the background. It stores a file and returns the progress of its import; {@link
 * org.contacts4j.application.Workers Workers} run the import. After a crash, the import continues after the last
 * committed row.
 */
public final class ImportJobService {

    /** How long a job can be read after it ends. */
    public static final Duration RETENTION = Duration.ofDays(30);

    private static final int PART_BYTES = 512 * 1024;

    private final CurrentStore store;
    private final Clock clock;
    private final Ids ids;
    private final UUID holder;
    private final AuditTrail trail;

    public ImportJobService(CurrentStore store, Clock clock, Ids ids, AuditTrail trail) {
        this.store = store;
        this.clock = clock;
        this.ids = ids;
        this.holder = ids.next();
        this.trail = trail;
    }

    /**
     * Stores a file to be imported. Returns before the import begins.
     *
     * @param fileName the name of the file, for the progress
     * @param isJson whether the file is JSON; otherwise it is a table
     * @param file the file; this method reads it to its end and does not close it
     * @throws IOException if the file cannot be read
     * @throws ContactsFailure.Forbidden if the caller may only read
     * @throws ContactsFailure.Invalid for a dry run, which runs only within a request
     */
    public ImportJob submit(Caller caller, ImportOptions options, String fileName, boolean isJson, InputStream file)
            throws IOException {
        caller.requireWrite();
        if (options.dryRun()) {
            throw new ContactsFailure.Invalid("dryRun", "is for imports that are answered at once");
        }
        OrganizationId organization = caller.organization();
        Instant now = clock.instant();
        ImportJob job = ImportJob.receiving(new ImportId(ids.next()), caller, options, fileName, isJson, now);
        Store apart = store.apart();
        write(apart, tx -> tx.importJobs().insert(organization, job, holder, leased()));
        int number = 0;
        byte[] part = file.readNBytes(PART_BYTES);
        while (part.length > 0) {
            byte[] bytes = part;
            int at = number++;
            write(apart, tx -> {
                tx.importJobs().addPart(organization, job.id(), at, bytes);
                hold(tx, organization, job);
            });
            part = file.readNBytes(PART_BYTES);
        }
        ImportJob queued = job.in(ImportState.QUEUED, null, clock.instant());
        write(store, tx -> {
            tx.importJobs().update(organization, queued, holder, clock.instant());
            trail.append(tx, caller, AuditAction.IMPORT_STARTED, job.id());
        });
        return queued;
    }

    /**
     * Returns the job with its progress so far. Restricted callers see only their own jobs.
     *
     * @throws ContactsFailure.NotFound if the job does not exist or is not visible to the caller
     */
    public ImportJob get(Caller caller, ImportId id) {
        return store.read(tx -> get(caller, tx, id));
    }

    /** Returns the job as {@link #get(Caller, ImportId)} does, within a transaction. */
    public ImportJob get(Caller caller, Transaction tx, ImportId id) {
        return tx.importJobs()
                .find(caller.organization(), id)
                .filter(job -> !caller.isRestricted() || job.caller().member().equals(caller.member()))
                .orElseThrow(() -> new ContactsFailure.NotFound("import"));
    }

    /**
     * Returns at most {@code limit} failed rows of the job with numbers greater than {@code after}, in order of number.
     * The audit log records the reading from the beginning.
     */
    public List<FailedRow> failures(Caller caller, ImportJob job, long after, int limit) {
        if (after <= 0) {
            write(store, tx -> trail.append(tx, caller, AuditAction.IMPORT_ERRORS_EXPORTED, job.id()));
        }
        return store.read(tx -> tx.importJobs().failures(caller.organization(), job.id(), after, limit));
    }

    /** Returns the listed warnings of the job, in order of row. */
    public List<ImportWarning> warnings(Caller caller, ImportJob job) {
        return store.read(tx -> tx.importWarnings().of(caller.organization(), job.id()));
    }

    private void hold(Transaction tx, OrganizationId organization, ImportJob job) {
        if (!tx.importJobs().update(organization, job, holder, leased())) {
            throw new ImportJobRunner.LeaseLost();
        }
    }

    private Instant leased() {
        return clock.instant().plus(ImportJobRunner.LEASE);
    }

    private static void write(Store store, Consumer<Transaction> work) {
        store.write(tx -> {
            work.accept(tx);
            return true;
        });
    }
}
