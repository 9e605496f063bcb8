package org.contacts4j.application.importing;

import java.util.ArrayList;
import java.util.List;
import org.contacts4j.domain.Fault;

/** Counts what became of rows. Not thread-safe. */
final class Tally {

    private long created;
    private long updated;
    private long skipped;
    private long failed;
    private boolean truncated;
    private final List<RowError> errors = new ArrayList<>();
    private final List<FailedRow> failures = new ArrayList<>();

    /** Counts on from this. */
    static Tally after(ImportSummary soFar) {
        Tally tally = new Tally();
        tally.created = soFar.created();
        tally.updated = soFar.updated();
        tally.skipped = soFar.skipped();
        tally.failed = soFar.failed();
        tally.truncated = soFar.truncated();
        tally.errors.addAll(soFar.errors());
        return tally;
    }

    void created() {
        created++;
    }

    void updated() {
        updated++;
    }

    void skipped() {
        skipped++;
    }

    void failed(ImportRow row, List<Fault> faults) {
        failed++;
        failures.add(new FailedRow(row, faults));
        for (Fault fault : faults) {
            if (errors.size() < ImportSummary.MAX_ERRORS) {
                errors.add(new RowError(row.number(), fault));
            } else {
                truncated = true;
            }
        }
    }

    ImportSummary summary() {
        return new ImportSummary(created, updated, skipped, failed, errors, truncated);
    }

    /** The rows that failed since this began to count. */
    List<FailedRow> failures() {
        return failures;
    }
}
