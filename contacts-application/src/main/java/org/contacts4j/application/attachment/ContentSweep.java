package org.contacts4j.application.attachment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.contacts4j.application.Store;
import org.contacts4j.application.background.EachOrganization;
import org.contacts4j.domain.AttachmentId;
import org.contacts4j.domain.OrganizationId;

/**
 * Removes content that no attachment has: of contacts that are gone, and what was left when a process died on the way.
 * Several may run at once, here or in other processes.
 */
public record ContentSweep(Store store, Contents contents, Clock clock) {

    /** No upload takes so long between its first byte and its attachment; one that did would be refused in the end. */
    private static final Duration GRACE = Duration.ofHours(1);

    private static final int BATCH = 100;

    /** Removes what there is to remove, and returns how many contents that were. */
    public int run() {
        return run(() -> {});
    }

    /**
     * Removes what there is to remove, of every organisation.
     *
     * @param heartbeat is called after each content, to show that the sweep makes progress
     * @return how many contents that were
     */
    public int run(Runnable heartbeat) {
        Instant before = clock.instant().minus(GRACE);
        AtomicInteger removed = new AtomicInteger();
        EachOrganization.run(
                store.read(tx -> tx.organizationsWithUnreferencedContents(before)),
                heartbeat,
                organization -> removed.addAndGet(sweep(organization, before, heartbeat)));
        return removed.get();
    }

    private int sweep(OrganizationId organization, Instant before, Runnable heartbeat) {
        ContentRemoval removal = new ContentRemoval(store, contents);
        int removed = 0;
        int lately;
        do {
            lately = (int) doomed(organization, before).stream()
                    .peek(id -> heartbeat.run())
                    .filter(id -> removal.remove(organization, id))
                    .count();
            removed += lately;
        } while (lately > 0);
        return removed;
    }

    private List<AttachmentId> doomed(OrganizationId organization, Instant before) {
        return store.write(tx -> tx.unreferencedContents().doomed(organization, before, BATCH));
    }
}
