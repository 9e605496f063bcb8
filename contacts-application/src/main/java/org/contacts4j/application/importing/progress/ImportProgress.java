package org.contacts4j.application.importing.progress;

import java.util.List;
import java.util.Optional;
import org.contacts4j.application.Transaction;
import org.contacts4j.application.contact.ContactEvents;
import org.contacts4j.application.importing.FailedRow;
import org.contacts4j.application.importing.ImportJob;
import org.contacts4j.application.importing.ImportSummary;
import org.contacts4j.application.importing.warning.ImportWarning;

/** A receiver of the result of each batch of an import, called in the batch's transaction. */
@FunctionalInterface
public interface ImportProgress {

    /**
     * Records the result of a batch.
     *
     * @param failures the failed rows of the batch
     * @param warnings the warnings of the batch that the summary lists
     * @param soFar the summary of all batches so far
     */
    void record(Transaction tx, List<FailedRow> failures, List<ImportWarning> warnings, ImportSummary soFar);

    /**
     * Returns the summary if a previous attempt, whose response was lost, recorded this batch.
     *
     * @param before the summary of all earlier batches
     * @param rows the number of rows in the batch
     * @return the summary including the batch; empty if the batch was not recorded, or progress is not stored
     */
    default Optional<ImportSummary> recorded(Transaction tx, ImportSummary before, int rows) {
        return Optional.empty();
    }

    /** Records the contacts that the transaction has created and updated, so that the import can be undone. */
    static void recordChanges(Transaction tx, ImportJob job) {
        tx.importChanges()
                .add(
                        job.caller().organization(),
                        job.id(),
                        tx.appendedEvents().stream()
                                .map(ContactEvents.Appended::event)
                                .toList());
    }
}
