package org.contacts4j.application.importing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.contacts4j.domain.id.OrganizationId;
import org.jspecify.annotations.Nullable;

/**
 * The background imports, with their files until they end, and their failed rows. A node that works on an import holds
 * a lease. When the lease expires, another node may claim the import.
 */
public interface ImportJobs {

    /** Inserts a job with a lease until {@code until}. */
    void insert(OrganizationId organization, ImportJob job, UUID holder, Instant until);

    /** Returns the job with this id. */
    Optional<ImportJob> find(OrganizationId organization, ImportId id);

    /**
     * Claims the oldest job that has not ended and has no lease, and counts an attempt. The count is stored with the
     * claim, so it includes attempts whose process died.
     *
     * @return the job, including this attempt in its count
     */
    Optional<ImportJob> claim(OrganizationId organization, UUID holder, Instant now, Instant until);

    /**
     * Updates a job and extends its lease until {@code until}.
     *
     * @return false if another holder has claimed the job; nothing is changed then
     */
    boolean update(OrganizationId organization, ImportJob job, UUID holder, Instant until);

    /**
     * Starts the undo of a job that is done or failed, without a lease.
     *
     * @return false if the job is in another state; nothing is changed then
     */
    boolean startUndo(OrganizationId organization, ImportJob undoing);

    /** Inserts the next part of a job's file. Part numbers start at 0. */
    void addPart(OrganizationId organization, ImportId id, int number, byte[] bytes);

    /** Returns a part of a job's file; empty after the last part. */
    Optional<byte[]> part(OrganizationId organization, ImportId id, int number);

    /** Deletes a job's file. */
    void deleteParts(OrganizationId organization, ImportId id);

    /** Inserts failed rows. */
    void addFailures(OrganizationId organization, ImportId id, List<FailedRow> rows);

    /**
     * Returns at most {@code limit} failed rows with numbers greater than {@code after}, in order of number and without
     * their parsed fields.
     */
    List<FailedRow> failures(OrganizationId organization, ImportId id, long after, int limit);

    /**
     * Returns the failed rows of all jobs, ordered by job and number.
     *
     * @param after the row after which the result begins; null to begin with the first
     * @return at most {@code limit} rows
     */
    List<FailedRowOfJob> failures(OrganizationId organization, @Nullable FailedRowOfJob after, int limit);

    /** Deletes a failed row. Does nothing if it is deleted already. */
    void deleteFailure(OrganizationId organization, ImportId id, long number);

    /** Returns whether the organization has a job that has not ended. */
    boolean isAnyOpen(OrganizationId organization);

    /** Returns the id of a job that ended before this time. */
    Optional<ImportId> endedBefore(OrganizationId organization, Instant time);

    /**
     * Deletes failed rows of a job.
     *
     * @return the number of deleted rows: {@code limit}, unless fewer were left
     */
    int deleteFailures(OrganizationId organization, ImportId id, int limit);

    /** Deletes a job whose file, failed rows and changes are deleted already. */
    void delete(OrganizationId organization, ImportId id);
}
