package org.contacts4j.domain.organization;

import org.jspecify.annotations.Nullable;

/**
 * Where a call came from, for the audit log. It has no effect on what the call may do.
 *
 * @param address the IP address of the client; null if the call did not come over a network
 * @param requestId the id of the request, under which the log of the server mentions it; null if there is none
 */
public record Origin(@Nullable String address, @Nullable String requestId) {

    /** The origin of calls within the process. */
    public static final Origin UNKNOWN = new Origin(null, null);
}
