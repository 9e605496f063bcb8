package org.contacts4j.domain.customfield;

/** The type of a custom field. It determines validation, comparison and sort order. */
public enum CustomFieldType {
    TEXT,
    NUMBER,
    BOOLEAN,
    /** A date, {@code YYYY-MM-DD}, or a timestamp in UTC. */
    DATE,
    /** One of the field's options. */
    SELECT,
    /** Any number of the field's options, without duplicates. */
    MULTISELECT,
    URL,
    EMAIL;

    /** Returns whether values are selected from options. */
    public boolean isChoice() {
        return this == SELECT || this == MULTISELECT;
    }
}
