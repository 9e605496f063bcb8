package org.contacts4j.application.importing;

/** The state of an import. */
public enum ImportState {
    /** The file is being stored, or imported by the request itself. */
    RECEIVING,
    /** The import waits to be run. */
    QUEUED,
    RUNNING,
    /** All rows are counted. */
    DONE,
    /** The import, or its undo, ended before its last row. What was committed before remains. */
    FAILED,
    /** The import is being undone. */
    UNDOING,
    /** The import was undone, except for the contacts that are listed as kept. */
    UNDONE;

    /** Returns whether no node will work on the import any more. */
    public boolean hasEnded() {
        return this == DONE || this == FAILED || this == UNDONE;
    }
}
