package org.contacts4j.application.attachment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.contacts4j.application.Store;
import org.contacts4j.application.background.EachOrganization;
import org.contacts4j.application.background.WorkQueue.Work;
import org.contacts4j.domain.id.AttachmentId;
import org.contacts4j.domain.id.OrganizationId;

/**
 * A cleanup of content that belongs to no attachment: content of deleted contacts, and content left by a process that
 * died during an upload. Several sweeps may run at the same time, in this process or in others.
 */
public record ContentSweep(Store store, Contents contents, Clock clock) {

    /**
     * The minimum age of content to delete. No upload takes this long from its first byte to its attachment; one that
     * did would be rejected.
     */
    private static final Duration GRACE = Duration.ofHours(1);

    private static final int BATCH = 100;
    private static final System.Logger LOG = System.getLogger(ContentSweep.class.getName());

    /** Deletes all unreferenced content of every organization. */
    public void run() {
        run(() -> {});
    }

    /**
     * Deletes all unreferenced content of every organization. Content that cannot be deleted now is tried again by the
     * next run.
     *
     * @param heartbeat called for each content, to show that the sweep makes progress
     */
    public void run(Runnable heartbeat) {
        Instant before = clock.instant().minus(GRACE);
        AtomicInteger removed = new AtomicInteger();
        EachOrganization.run(
                store.read(tx -> tx.workQueue().organizationsWith(Work.UNREFERENCED_CONTENTS, before)),
                heartbeat,
                organization -> removed.addAndGet(sweep(organization, before, heartbeat)));
        if (removed.get() > 0) {
            LOG.log(System.Logger.Level.INFO, "Deleted the content of {0} removed attachments", removed.get());
        }
    }

    private int sweep(OrganizationId organization, Instant before, Runnable heartbeat) {
        ContentRemoval removal = new ContentRemoval(store, contents);
        int removed = 0;
        int lately;
        do {
            lately = (int) markedForDeletion(organization, before).stream()
                    .peek(id -> heartbeat.run())
                    .filter(id -> removal.remove(organization, id))
                    .count();
            removed += lately;
        } while (lately > 0);
        return removed;
    }

    private List<AttachmentId> markedForDeletion(OrganizationId organization, Instant before) {
        return store.write(tx -> tx.unreferencedContents().markedForDeletion(organization, before, BATCH));
    }
}
