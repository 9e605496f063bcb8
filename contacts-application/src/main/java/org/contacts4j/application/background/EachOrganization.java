package org.contacts4j.application.background;

import java.util.List;
import java.util.function.Consumer;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.OrganizationId;
import org.jspecify.annotations.Nullable;

/** One round of work for several organizations: what fails for one does not keep the others waiting. */
public final class EachOrganization {

    private EachOrganization() {}

    /**
     * Does the work for each, in this order, and throws the first failure after the last.
     *
     * @param heartbeat is called before each
     * @throws ContactsFailure.Unavailable at once: while the store does not answer, no organization can be served
     */
    public static void run(List<OrganizationId> organizations, Runnable heartbeat, Consumer<OrganizationId> work) {
        @Nullable Throwable first = null;
        for (OrganizationId organization : organizations) {
            heartbeat.run();
            try {
                work.accept(organization);
            } catch (ContactsFailure.Unavailable away) {
                throw away;
            } catch (Throwable failure) {
                first = first == null ? failure : first;
            }
        }
        rethrow(first);
    }

    private static void rethrow(@Nullable Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        } else if (failure instanceof RuntimeException exception) {
            throw exception;
        }
    }
}
