package org.contacts4j.application.importing;

import java.util.List;

/**
 * What became of the rows of an import: the four counts add up to {@link #total()}.
 *
 * @param created contacts that are new
 * @param updated rows that changed a contact
 * @param skipped rows that were recognised and changed nothing
 * @param failed rows that were refused
 * @param errors what was wrong with those, by row; at most {@value #MAX_ERRORS} of all
 * @param truncated whether there were more
 */
public record ImportSummary(
        long created, long updated, long skipped, long failed, List<RowError> errors, boolean truncated) {

    /** How many errors are listed; the counts count all. */
    public static final int MAX_ERRORS = 1_000;

    static final ImportSummary NOTHING = new ImportSummary(0, 0, 0, 0, List.of(), false);

    public ImportSummary {
        errors = List.copyOf(errors);
    }

    /** How many rows there were. */
    public long total() {
        return created + updated + skipped + failed;
    }
}
