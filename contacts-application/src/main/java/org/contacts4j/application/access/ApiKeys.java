package org.contacts4j.application.access;

import java.time.Instant;
import java.util.Optional;
import org.contacts4j.application.page.Page;
import org.contacts4j.application.page.Slice;
import org.contacts4j.domain.access.ApiKey;
import org.contacts4j.domain.access.ApiKeyId;
import org.contacts4j.domain.id.OrganizationId;

/** The stored API keys. Keys of other organizations are treated as absent. */
public interface ApiKeys {

    void insert(OrganizationId organization, ApiKey key);

    Optional<ApiKey> find(OrganizationId organization, ApiKeyId id);

    /** Returns the key with this hash. */
    Optional<ApiKey> findByHash(OrganizationId organization, String hash);

    /** Returns a page of keys, newest first, with the total. */
    Page<ApiKey> page(OrganizationId organization, Slice slice);

    /** Returns the number of keys. */
    long count(OrganizationId organization);

    /**
     * Records a use of a key, unless a use since {@code since} is recorded. Does nothing when the key no longer exists.
     */
    void recordUse(OrganizationId organization, ApiKeyId id, ApiKey.Use use, Instant since);

    /**
     * Deletes a key.
     *
     * @return whether it existed
     */
    boolean delete(OrganizationId organization, ApiKeyId id);
}
