package org.contacts4j.application.importing;

import java.time.Clock;
import java.util.List;
import org.contacts4j.application.Store;
import org.contacts4j.application.background.WorkQueue.Work;
import org.contacts4j.domain.id.OrganizationId;

/** Queries across organizations for imports that wait to be run or to be deleted. */
public record ImportQueue(Store store, Clock clock) {

    /** Returns the organizations that have unfinished imports no node is working on. */
    public List<OrganizationId> organizations() {
        return store.read(tx -> tx.workQueue().organizationsWith(Work.WAITING_IMPORTS, clock.instant()));
    }

    /** Returns the organizations that have imports which ended {@link ImportJobService#RETENTION} ago. */
    public List<OrganizationId> organizationsWithOldImports() {
        return store.read(tx -> tx.workQueue()
                .organizationsWith(Work.OLD_IMPORTS, clock.instant().minus(ImportJobService.RETENTION)));
    }
}
