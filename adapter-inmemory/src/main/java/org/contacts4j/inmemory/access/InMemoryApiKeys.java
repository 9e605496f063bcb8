package org.contacts4j.inmemory.access;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.contacts4j.application.access.ApiKeys;
import org.contacts4j.application.page.Order;
import org.contacts4j.application.page.Page;
import org.contacts4j.application.page.Page.Total;
import org.contacts4j.application.page.Position;
import org.contacts4j.application.page.Slice;
import org.contacts4j.domain.access.ApiKey;
import org.contacts4j.domain.access.ApiKeyId;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.inmemory.record.Pages;
import org.contacts4j.inmemory.record.StoredTransaction;

public record InMemoryApiKeys(StoredTransaction tx) implements ApiKeys {

    private static final Order NEWEST_FIRST = new Order(Order.Key.CREATED_AT, true);

    @Override
    public void insert(OrganizationId organization, ApiKey key) {
        tx.changes().put(tx.recordsOf(organization).apiKeys, key.id(), key);
    }

    @Override
    public Optional<ApiKey> find(OrganizationId organization, ApiKeyId id) {
        return Optional.ofNullable(tx.recordsOf(organization).apiKeys.get(id));
    }

    @Override
    public Optional<ApiKey> findByHash(OrganizationId organization, String hash) {
        return tx.recordsOf(organization).apiKeys.values().stream()
                .filter(key -> key.hash().equals(hash))
                .findFirst();
    }

    @Override
    public Page<ApiKey> page(OrganizationId organization, Slice slice) {
        Collection<ApiKey> all = tx.recordsOf(organization).apiKeys.values();
        return Pages.cut(all.stream(), NEWEST_FIRST, slice, InMemoryApiKeys::positionOf, Total.capped(all.size()));
    }

    @Override
    public long count(OrganizationId organization) {
        return tx.recordsOf(organization).apiKeys.size();
    }

    @Override
    public void recordUse(OrganizationId organization, ApiKeyId id, ApiKey.Use use, Instant since) {
        find(organization, id)
                .filter(key -> key.lastUse() == null || key.lastUse().at().isBefore(since))
                .ifPresent(key -> insert(organization, key.usedAt(use)));
    }

    @Override
    public boolean delete(OrganizationId organization, ApiKeyId id) {
        boolean exists = find(organization, id).isPresent();
        tx.changes().remove(tx.recordsOf(organization).apiKeys, id);
        return exists;
    }

    private static Position positionOf(ApiKey key) {
        return new Position("", key.createdAt(), key.id().value());
    }
}
