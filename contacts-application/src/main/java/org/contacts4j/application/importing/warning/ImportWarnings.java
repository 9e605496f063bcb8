package org.contacts4j.application.importing.warning;

import java.util.List;
import org.contacts4j.application.importing.ImportId;
import org.contacts4j.domain.id.OrganizationId;
import org.jspecify.annotations.Nullable;

/** The warnings of background imports. Each job has at most as many as an {@code ImportSummary} lists. */
public interface ImportWarnings {

    /**
     * Inserts warnings of a job.
     *
     * @param position the position of the first one; the others follow it
     */
    void add(OrganizationId organization, ImportId job, int position, List<ImportWarning> warnings);

    /** Returns the warnings of a job, in order of position. */
    List<ImportWarning> of(OrganizationId organization, ImportId job);

    /**
     * Returns the warnings of all jobs, ordered by job and position.
     *
     * @param after the warning after which the result begins; null to begin with the first
     * @return at most {@code limit} warnings
     */
    List<WarningOfJob> all(OrganizationId organization, @Nullable WarningOfJob after, int limit);

    /** Deletes a warning. Does nothing if it is deleted already. */
    void delete(OrganizationId organization, ImportId job, int position);

    /** Deletes all warnings of a job. */
    void deleteAll(OrganizationId organization, ImportId job);
}
