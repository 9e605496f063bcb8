package org.contacts4j.application.importing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.contacts4j.domain.OrganizationId;

/**
 * The imports that run by themselves, with their files until they end, and the rows that failed. Whoever works on one
 * holds it by a lease: when that runs out, somebody else may take it up.
 */
public interface ImportJobs {

    /** Keeps a new job, and holds it until then. */
    void insert(OrganizationId organization, ImportJob job, UUID holder, Instant until);

    /** The job as it is. */
    Optional<ImportJob> find(OrganizationId organization, ImportId id);

    /**
     * Holds the eldest job that is not at its end and that nobody holds now, and counts that as an attempt. The count is
     * kept with the claim, so that it includes attempts whose process died.
     *
     * @return the job, this attempt counted
     */
    Optional<ImportJob> claim(OrganizationId organization, UUID holder, Instant now, Instant until);

    /**
     * Keeps what became of a job, and holds it until then.
     *
     * @return false, having changed nothing, when the holder has lost it to somebody else
     */
    boolean update(OrganizationId organization, ImportJob job, UUID holder, Instant until);

    /** Keeps the next part of a job's file; parts count from 0. */
    void addPart(OrganizationId organization, ImportId id, int number, byte[] bytes);

    /** A part of a job's file; nothing behind the last. */
    Optional<byte[]> part(OrganizationId organization, ImportId id, int number);

    /** Forgets a job's file. */
    void deleteParts(OrganizationId organization, ImportId id);

    /** Keeps rows that failed. */
    void addFailures(OrganizationId organization, ImportId id, List<FailedRow> rows);

    /** At most {@code limit} rows that failed and stand behind this one, by number; without what was read from them. */
    List<FailedRow> failures(OrganizationId organization, ImportId id, long after, int limit);

    /** A job that ended before that time. */
    Optional<ImportId> endedBefore(OrganizationId organization, Instant time);

    /**
     * Forgets rows of a job that failed.
     *
     * @return how many: {@code limit}, unless there were fewer
     */
    int deleteFailures(OrganizationId organization, ImportId id, int limit);

    /** Forgets a job that has neither a file nor failed rows any more. */
    void delete(OrganizationId organization, ImportId id);
}
