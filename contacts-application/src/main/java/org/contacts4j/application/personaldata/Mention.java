package org.contacts4j.application.personaldata;

/**
 * A text that identifies a person, but belongs to another record.
 *
 * @param id the id of the record
 * @param of the id of the contact that the record belongs to; for a saved view, its name
 */
public record Mention(Kind kind, String id, String of) {

    /** The kinds of records that can mention a person. */
    public enum Kind {
        COMMENT,
        VIEW
    }
}
