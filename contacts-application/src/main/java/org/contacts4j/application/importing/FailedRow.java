package org.contacts4j.application.importing;

import java.util.List;
import org.contacts4j.domain.Fault;

/**
 * A row that was refused, and what was wrong with it. It is small however large the row was, since it is stored.
 *
 * @param row as it was sent, its first {@value #MAX_CHARACTERS} characters; its fields are empty
 * @param faults the first {@value #MAX_FAULTS} of them
 */
public record FailedRow(ImportRow row, List<Fault> faults) {

    /** The most characters of a row that are kept: a row that is right takes less, unless it is filled to its limits. */
    public static final int MAX_CHARACTERS = 64 * 1024;

    /** The most faults that are kept of a row. */
    public static final int MAX_FAULTS = 20;

    public FailedRow {
        row = row.asSent(MAX_CHARACTERS);
        faults = List.copyOf(faults.subList(0, Math.min(faults.size(), MAX_FAULTS)));
    }
}
