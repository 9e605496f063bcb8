package org.contacts4j.application.importing;

/** The state of a background import. */
public enum ImportState {
    /** The file is being stored. */
    RECEIVING,
    /** The import waits to be run. */
    QUEUED,
    RUNNING,
    /** All rows are counted. */
    DONE,
    /** The import ended before its last row. The rows committed before remain. */
    FAILED
}
