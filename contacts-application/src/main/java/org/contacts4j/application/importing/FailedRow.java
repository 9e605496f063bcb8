package org.contacts4j.application.importing;

import java.util.List;
import org.contacts4j.domain.validation.Fault;

/**
 * A rejected row with its validation errors. Its size is limited because it is stored.
 *
 * @param row the first {@value #MAX_CHARACTERS} characters of the row as sent, without parsed fields
 * @param faults the first {@value #MAX_FAULTS} validation errors
 */
public record FailedRow(ImportRow row, List<Fault> faults) {

    /**
     * The maximum number of stored characters of a row. A valid row is shorter, unless its fields are filled to their
     * limits.
     */
    public static final int MAX_CHARACTERS = 64 * 1024;

    /** The maximum number of stored validation errors of a row. */
    public static final int MAX_FAULTS = 20;

    public FailedRow {
        row = row.asSent(MAX_CHARACTERS);
        faults = List.copyOf(faults.subList(0, Math.min(faults.size(), MAX_FAULTS)));
    }
}
