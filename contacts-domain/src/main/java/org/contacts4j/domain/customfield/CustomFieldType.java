package org.contacts4j.domain.customfield;

/** What the values of a custom field are. They compare and sort by it. */
public enum CustomFieldType {
    TEXT,
    NUMBER,
    BOOLEAN,
    /** A day, {@code YYYY-MM-DD}, or a moment in UTC. */
    DATE,
    /** One of the field's options. */
    SELECT,
    /** Any of the field's options, each once. */
    MULTISELECT,
    URL,
    EMAIL;

    /** Whether values are chosen among options. */
    public boolean isChoice() {
        return this == SELECT || this == MULTISELECT;
    }
}
