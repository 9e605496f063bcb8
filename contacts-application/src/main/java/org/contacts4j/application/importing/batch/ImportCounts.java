package org.contacts4j.application.importing.batch;

import java.util.ArrayList;
import java.util.List;
import org.contacts4j.application.importing.FailedRow;
import org.contacts4j.application.importing.ImportRow;
import org.contacts4j.application.importing.ImportSummary;
import org.contacts4j.application.importing.RowError;
import org.contacts4j.application.importing.warning.ImportWarning;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.validation.Fault;
import org.jspecify.annotations.Nullable;

/** Counters of the results of rows. Not thread-safe. */
public final class ImportCounts {

    private long created;
    private long updated;
    private long skipped;
    private long failed;
    private boolean truncated;
    private final List<RowError> errors = new ArrayList<>();
    private final List<ImportWarning> warnings = new ArrayList<>();
    private int warningsBefore;
    private long warned;
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
        counts.warningsBefore = soFar.warnings().size();
        counts.warned = soFar.warned();
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
        for (Fault fault : faults) {
            if (errors.size() == ImportSummary.MAX_LISTED) {
                truncated = true;
                return;
            }
            errors.add(new RowError(row.number(), fault));
        }
    }

    /**
     * Lists warnings of a row that did not fail.
     *
     * @param contact the contact that the row created or matches; null if it is not known
     */
    void warned(ImportRow row, @Nullable ContactId contact, List<Fault> faults) {
        for (Fault fault : faults) {
            if (warned++ < ImportSummary.MAX_LISTED) {
                warnings.add(new ImportWarning(row.number(), fault, contact));
            }
        }
    }

    public ImportSummary summary() {
        return new ImportSummary(created, updated, skipped, failed, errors, truncated, warnings, warned, null);
    }

    /** Returns the rows that failed since these counters were created. */
    public List<FailedRow> failures() {
        return failures;
    }

    /** Returns the warnings that were listed since these counters were created. */
    public List<ImportWarning> newWarnings() {
        return warnings.subList(warningsBefore, warnings.size());
    }
}
