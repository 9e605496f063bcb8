package org.contacts4j.application.importing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The results of the rows of an import. The four counts add up to {@link #total()}.
 *
 * @param created the number of rows that created a contact
 * @param updated the number of rows that updated a contact
 * @param skipped the number of rows that matched a contact and changed nothing
 * @param failed the number of rejected rows
 * @param errors the validation errors by row, at most {@value #MAX_ERRORS} in total
 * @param truncated whether there were more errors
 * @param warnings the values that were left out or mended, by row, at most {@value #MAX_ERRORS} in total; the rows are
 *     counted as the others
 * @param warningsTruncated whether there were more warnings
 * @param id the id of the import; null for a dry run, and in {@link ImportJob}
 */
public record ImportSummary(
        long created,
        long updated,
        long skipped,
        long failed,
        List<RowError> errors,
        boolean truncated,
        List<RowError> warnings,
        boolean warningsTruncated,
        @Nullable ImportId id) {

    /** The maximum number of listed errors. The counts include all rows. */
    public static final int MAX_ERRORS = 1_000;

    static final ImportSummary NOTHING = counts(0, 0, 0, 0);

    public ImportSummary {
        errors = List.copyOf(errors);
        warnings = List.copyOf(warnings);
    }

    /** Returns a summary with these counts and without lists. */
    public static ImportSummary counts(long created, long updated, long skipped, long failed) {
        return new ImportSummary(created, updated, skipped, failed, List.of(), false, List.of(), false, null);
    }

    /** Returns the results with the id of their import. */
    ImportSummary of(ImportId of) {
        return new ImportSummary(created, updated, skipped, failed, errors, truncated, warnings, warningsTruncated, of);
    }

    /** Returns the number of rows. */
    public long total() {
        return created + updated + skipped + failed;
    }
}
