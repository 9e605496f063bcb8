package org.contacts4j.application.background;

import java.time.Instant;
import java.util.List;
import org.contacts4j.domain.id.OrganizationId;

/** The organizations that have background work. The only port that queries across organizations. */
public interface WorkQueue {

    /** Returns the organizations that have this work at this time, each once. */
    List<OrganizationId> organizationsWith(Work work, Instant time);

    /** A kind of background work. */
    enum Work {
        /** An unfinished import whose lease has expired at the time. */
        WAITING_IMPORTS,
        /** An import that ended before the time. */
        OLD_IMPORTS,
        /** A due delivery to an active webhook whose lease has expired at the time. */
        DUE_DELIVERIES,
        /** A delivery of an event before the time. */
        OLD_DELIVERIES,
        /** A revocation of tokens from before the time. */
        OLD_REVOCATIONS,
        /** An audit entry from before the time. */
        OLD_AUDIT_ENTRIES,
        /** Content that is marked for deletion, or has been unreferenced since before the time. */
        UNREFERENCED_CONTENTS,
        /** A record of a request that was claimed before the time. */
        OLD_IDEMPOTENCY_RECORDS
    }
}
