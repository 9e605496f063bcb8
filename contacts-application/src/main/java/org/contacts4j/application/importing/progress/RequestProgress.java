package org.contacts4j.application.importing.progress;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.contacts4j.application.CurrentStore;
import org.contacts4j.application.Transaction;
import org.contacts4j.application.audit.AuditTrail;
import org.contacts4j.application.importing.FailedRow;
import org.contacts4j.application.importing.ImportJob;
import org.contacts4j.application.importing.ImportState;
import org.contacts4j.application.importing.ImportSummary;
import org.contacts4j.application.importing.warning.ImportWarning;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.audit.AuditAction;
import org.contacts4j.domain.id.OrganizationId;

/** The progress of an import within a request. Its failed rows and warnings are in the response, and not stored. */
public final class RequestProgress implements ImportProgress {

    /** The time from a batch of a request to the next. After it, the request is considered to have ended. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    private final CurrentStore store;
    private final Clock clock;
    private final StoreRetry retry;
    private final AuditTrail trail;
    private final UUID holder;
    private final OrganizationId organization;
    private final ImportJob job;

    /** @param holder the id under which the job is leased */
    public RequestProgress(
            CurrentStore store, Clock clock, StoreRetry retry, AuditTrail trail, UUID holder, ImportJob job) {
        this.store = store;
        this.clock = clock;
        this.retry = retry;
        this.trail = trail;
        this.holder = holder;
        this.organization = job.caller().organization();
        this.job = job;
    }

    /** Stores the job and the audit entry, unless an attempt whose response was lost did so. */
    public void begin() {
        write(tx -> {
            if (tx.importJobs().find(organization, job.id()).isEmpty()) {
                tx.importJobs().insert(organization, job, holder, leased());
                trail.append(tx, job.caller(), AuditAction.IMPORT_STARTED, job.id());
            }
        });
    }

    @Override
    public void record(Transaction tx, List<FailedRow> failures, List<ImportWarning> warnings, ImportSummary soFar) {
        ImportProgress.recordChanges(tx, job);
        hold(tx, job.at(soFar, clock.instant()));
    }

    /** Stores that all rows are counted. */
    public void end(ImportSummary summary) {
        Instant now = clock.instant();
        ImportJob done =
                job.over(List.of(), summary.total(), now).at(summary, now).in(ImportState.DONE, null, now);
        write(tx -> hold(tx, done));
    }

    private void hold(Transaction tx, ImportJob now) {
        if (!tx.importJobs().update(organization, now, holder, leased())) {
            throw new ContactsFailure.Unavailable("The import was interrupted. Send the file again.");
        }
    }

    private void write(Consumer<Transaction> work) {
        Supplier<Boolean> attempt = () -> store.write(job.caller(), tx -> {
            work.accept(tx);
            return true;
        });
        retry.run(attempt, attempt);
    }

    private Instant leased() {
        return clock.instant().plus(LEASE);
    }
}
