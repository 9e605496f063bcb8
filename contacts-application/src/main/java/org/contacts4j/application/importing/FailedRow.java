package org.contacts4j.application.importing;

import java.util.List;
import org.contacts4j.domain.Fault;

/** A row that was refused, and everything that was wrong with it. */
public record FailedRow(ImportRow row, List<Fault> faults) {

    public FailedRow {
        faults = List.copyOf(faults);
    }
}
