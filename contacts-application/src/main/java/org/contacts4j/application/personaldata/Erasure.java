package org.contacts4j.application.personaldata;

import java.time.Instant;
import java.util.List;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.id.MemberId;
import org.jspecify.annotations.Nullable;

/**
 * An erasure of a person.
 *
 * @param at the time of the first erasure of this contact
 * @param by the member who erased it
 * @param removed the removed records; all zero if the person was erased before
 * @param mentions texts of other records that identify the person, and remain
 */
public record Erasure(ContactId id, Instant at, @Nullable MemberId by, Removed removed, List<Mention> mentions) {

    /** The number of removed records of each kind. */
    public record Removed(
            int contacts,
            int links,
            long comments,
            int attachments,
            int events,
            int deliveries,
            int failedImportRows,
            int importWarnings,
            int recordedAnswers) {

        static final Removed NOTHING = new Removed(0, 0, 0, 0, 0, 0, 0, 0, 0);
    }
}
