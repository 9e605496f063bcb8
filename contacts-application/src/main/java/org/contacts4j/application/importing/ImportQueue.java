package org.contacts4j.application.importing;

import java.time.Clock;
import java.util.List;
import org.contacts4j.application.Store;
import org.contacts4j.domain.OrganizationId;

/** Who waits for an import to be run; the questions that no organisation asks. */
public record ImportQueue(Store store, Clock clock) {

    /** The organisations that have imports which are not at their end, and which nobody works on. */
    public List<OrganizationId> organizations() {
        return store.read(tx -> tx.organizationsWithImports(clock.instant()));
    }

    /** The organisations that have imports which ended {@link ImportJobService#KEPT} ago. */
    public List<OrganizationId> organizationsWithOldImports() {
        return store.read(tx -> tx.organizationsWithOldImports(clock.instant().minus(ImportJobService.KEPT)));
    }
}
