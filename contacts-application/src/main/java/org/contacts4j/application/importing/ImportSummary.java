package org.contacts4j.application.importing;

import java.util.List;

/**
 * The results of the rows of an import. The four counts add up to {@link #total()}.
 *
 * @param created the number of rows that created a contact
 * @param updated the number of rows that updated a contact
 * @param skipped the number of rows that matched a contact and changed nothing
 * @param failed the number of rejected rows
 * @param errors the validation errors by row, at most {@value #MAX_ERRORS} in total
 * @param truncated whether there were more errors
 */
public record ImportSummary(
        long created, long updated, long skipped, long failed, List<RowError> errors, boolean truncated) {

    /** The maximum number of listed errors. The counts include all rows. */
    public static final int MAX_ERRORS = 1_000;

    static final ImportSummary NOTHING = new ImportSummary(0, 0, 0, 0, List.of(), false);

    public ImportSummary {
        errors = List.copyOf(errors);
    }

    /** Returns the number of rows. */
    public long total() {
        return created + updated + skipped + failed;
    }
}
