package org.contacts4j.application.importing.batch;

import java.util.ArrayList;
import java.util.List;
import org.contacts4j.application.importing.FailedRow;
import org.contacts4j.application.importing.ImportRow;
import org.contacts4j.application.importing.ImportSummary;
import org.contacts4j.application.importing.RowError;
import org.contacts4j.domain.validation.Fault;

/** Counters of the results of rows. Not thread-safe. */
public final class ImportCounts {

    private long created;
    private long updated;
    private long skipped;
    private long failed;
    private boolean truncated;
    private final List<RowError> errors = new ArrayList<>();
    private final List<RowError> warnings = new ArrayList<>();
    private boolean warningsTruncated;
    private final List<FailedRow> failures = new ArrayList<>();

    /** Returns counters that start from this summary. */
    public static ImportCounts after(ImportSummary soFar) {
        ImportCounts counts = new ImportCounts();
        counts.created = soFar.created();
        counts.updated = soFar.updated();
        counts.skipped = soFar.skipped();
        counts.failed = soFar.failed();
        counts.truncated = soFar.truncated();
        counts.errors.addAll(soFar.errors());
        counts.warnings.addAll(soFar.warnings());
        counts.warningsTruncated = soFar.warningsTruncated();
        return counts;
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

    /** Counts a row that matched a contact. */
    void matched(boolean changesIt) {
        if (changesIt) {
            updated();
        } else {
            skipped();
        }
    }

    /** Counts a row that is ignored or invalid. */
    void unprepared(PreparedRow row) {
        if (row.row().ignored()) {
            skipped();
        } else {
            failed(row.row(), row.faults());
        }
    }

    void failed(ImportRow row, List<Fault> faults) {
        failed++;
        failures.add(new FailedRow(row, faults));
        truncated |= !list(row, faults, errors);
    }

    /** Lists the values of a row that were left out or mended. */
    void warned(ImportRow row, List<Fault> faults) {
        warningsTruncated |= !list(row, faults, warnings);
    }

    /** Returns false if the list is full. */
    private static boolean list(ImportRow row, List<Fault> faults, List<RowError> listed) {
        for (Fault fault : faults) {
            if (listed.size() == ImportSummary.MAX_ERRORS) {
                return false;
            }
            listed.add(new RowError(row.number(), fault));
        }
        return true;
    }

    public ImportSummary summary() {
        return new ImportSummary(
                created, updated, skipped, failed, errors, truncated, warnings, warningsTruncated, null);
    }

    /** Returns the rows that failed since these counters were created. */
    public List<FailedRow> failures() {
        return failures;
    }
}
