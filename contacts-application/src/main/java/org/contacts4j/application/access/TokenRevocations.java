package org.contacts4j.application.access;

import java.time.Instant;
import java.util.List;
import org.contacts4j.application.page.Page;
import org.contacts4j.application.page.Slice;
import org.contacts4j.domain.access.TokenRevocation;
import org.contacts4j.domain.access.TokenRevocationId;
import org.contacts4j.domain.id.OrganizationId;

/** The stored revocations of tokens. Revocations of other organizations are treated as absent. */
public interface TokenRevocations {

    /** Inserts a revocation. It replaces earlier ones of the same subject or token. */
    void insert(OrganizationId organization, TokenRevocation revocation);

    /** Returns all revocations, in no particular order. */
    List<TokenRevocation> all(OrganizationId organization);

    /** Returns a page of revocations, newest first, with the total. */
    Page<TokenRevocation> page(OrganizationId organization, Slice slice);

    /** Returns the number of revocations. */
    long count(OrganizationId organization);

    /**
     * Deletes a revocation.
     *
     * @return whether it existed
     */
    boolean delete(OrganizationId organization, TokenRevocationId id);

    /**
     * Deletes revocations from before a time.
     *
     * @param limit the maximum number of deleted revocations
     * @return the number of deleted revocations
     */
    int purge(OrganizationId organization, Instant before, int limit);
}
