package org.contacts4j.application.importing;

import java.util.List;
import org.contacts4j.application.importing.warning.ImportWarning;
import org.jspecify.annotations.Nullable;

/**
 * The results of the rows of an import. The four counts add up to {@link #total()}.
 *
 * @param created the number of rows that created a contact
 * @param updated the number of rows that updated a contact
 * @param skipped the number of rows that matched a contact and changed nothing
 * @param failed the number of rejected rows
 * @param errors the validation errors by row, at most {@value #MAX_LISTED} in total
 * @param truncated whether there were more errors
 * @param warnings what was left out, mended or skipped, by row, at most {@value #MAX_LISTED} in total; the rows are
 *     counted as the others
 * @param warned the number of warnings, including those that are not listed
 * @param id the id of the import; null for a dry run, and in {@link ImportJob}
 */
public record ImportSummary(
        long created,
        long updated,
        long skipped,
        long failed,
        List<RowError> errors,
        boolean truncated,
        List<ImportWarning> warnings,
        long warned,
        @Nullable ImportId id) {

    /** The maximum number of listed errors, and of listed warnings. The counts include all rows. */
    public static final int MAX_LISTED = 1_000;

    static final ImportSummary NOTHING = counts(0, 0, 0, 0, 0);

    public ImportSummary {
        errors = List.copyOf(errors);
        warnings = List.copyOf(warnings);
    }

    /** Returns a summary with these counts and without lists. */
    public static ImportSummary counts(long created, long updated, long skipped, long failed, long warned) {
        return new ImportSummary(created, updated, skipped, failed, List.of(), false, List.of(), warned, null);
    }

    /** Returns the results with the id of their import. */
    ImportSummary of(ImportId of) {
        return new ImportSummary(created, updated, skipped, failed, errors, truncated, warnings, warned, of);
    }

    /** Returns whether there were more warnings than can be listed. */
    public boolean warningsTruncated() {
        return warned > MAX_LISTED;
    }

    /** Returns the number of rows. */
    public long total() {
        return created + updated + skipped + failed;
    }
}
