package org.contacts4j.application.importing;

/** How far an import that runs by itself has come. */
public enum ImportState {
    /** Its file is still being stored. */
    RECEIVING,
    /** It waits for its turn. */
    QUEUED,
    RUNNING,
    /** All of its rows are accounted for. */
    DONE,
    /** It ended before its last row; what was done is kept. */
    FAILED
}
