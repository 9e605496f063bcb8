package org.contacts4j.application.idempotency;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.contacts4j.domain.id.OrganizationId;

/** The stored requests with idempotency keys, and their answers. */
public interface IdempotencyRecords {

    /** Inserts the record without its answer. Returns false if there is one with this id already. */
    boolean insert(OrganizationId organization, IdempotencyRecord record);

    /** Returns the record with this id. */
    Optional<IdempotencyRecord> find(OrganizationId organization, String id);

    /**
     * Replaces a record whose claim has expired without an answer, and one that is older than it is kept. The new record
     * has no answer.
     *
     * @param now claims until then have expired
     * @param before records created before then are no longer kept
     * @return false if there is no such record with the id; nothing is changed then
     */
    boolean takeOver(OrganizationId organization, IdempotencyRecord next, Instant now, Instant before);

    /**
     * Extends a claim.
     *
     * @return false if another attempt has taken the claim over, or it is answered
     */
    boolean hold(OrganizationId organization, String id, UUID claim, Instant until);

    /**
     * Stores the answer.
     *
     * @return false if another attempt has taken the claim over, or it is answered
     */
    boolean answer(OrganizationId organization, String id, UUID claim, RecordedAnswer answer);

    /** Deletes the record, unless another attempt has taken the claim over or it is answered. */
    void release(OrganizationId organization, String id, UUID claim);

    /**
     * Deletes records that were created before a time.
     *
     * @return the number of deleted records; at most {@code limit}
     */
    int purge(OrganizationId organization, Instant before, int limit);

    /**
     * Removes the answers that contain any of these texts, such as the id and the names of an erased contact. Texts are
     * compared as the answers have them: with the escapes of JSON. The requests stay recognized, because a repetition
     * could create the erased contact again.
     *
     * @return the number of removed answers
     */
    int removeContaining(OrganizationId organization, Collection<String> texts);
}
