package org.contacts4j.application.importing.undo;

import org.contacts4j.domain.organization.Caller;

/**
 * The results of the undo of an import, so far.
 *
 * @param caller the caller who undoes the import, with the permissions at the time of the request
 * @param removed the number of contacts that the import had created and that are deleted
 * @param restored the number of contacts that have their values from before the import again
 * @param kept the number of contacts that are left as they are
 */
public record ImportUndo(Caller caller, long removed, long restored, long kept) {

    /** Returns the results before the first batch. */
    public static ImportUndo by(Caller caller) {
        return new ImportUndo(caller, 0, 0, 0);
    }

    /** Returns the number of contacts so far. */
    public long contacts() {
        return removed + restored + kept;
    }

    /** Returns the results with those of a further batch. */
    ImportUndo and(long moreRemoved, long moreRestored, long moreKept) {
        return new ImportUndo(caller, removed + moreRemoved, restored + moreRestored, kept + moreKept);
    }
}
