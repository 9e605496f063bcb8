package org.contacts4j.application.background;

import java.util.List;
import java.util.function.Consumer;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.id.OrganizationId;
import org.jspecify.annotations.Nullable;

/** Runs one round of work for several organizations. A failure for one organization does not delay the others. */
public final class EachOrganization {

    private EachOrganization() {}

    /**
     * Runs the work for each organization in this order, and throws the first failure after the last organization.
     *
     * @param heartbeat is called before each organization
     * @throws ContactsFailure.Unavailable immediately: an unavailable store can serve no organization
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
