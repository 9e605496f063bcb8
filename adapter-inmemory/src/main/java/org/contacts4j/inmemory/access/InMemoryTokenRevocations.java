package org.contacts4j.inmemory.access;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.contacts4j.application.access.TokenRevocations;
import org.contacts4j.application.page.Order;
import org.contacts4j.application.page.Page;
import org.contacts4j.application.page.Page.Total;
import org.contacts4j.application.page.Position;
import org.contacts4j.application.page.Slice;
import org.contacts4j.domain.access.TokenRevocation;
import org.contacts4j.domain.access.TokenRevocationId;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.inmemory.record.Pages;
import org.contacts4j.inmemory.record.StoredTransaction;

public record InMemoryTokenRevocations(StoredTransaction tx) implements TokenRevocations {

    private static final Order NEWEST_FIRST = new Order(Order.Key.CREATED_AT, true);

    @Override
    public void insert(OrganizationId organization, TokenRevocation revocation) {
        delete(organization, revocation::concernsSameAs, Integer.MAX_VALUE);
        tx.changes().put(tx.recordsOf(organization).tokenRevocations, revocation.id(), revocation);
    }

    @Override
    public List<TokenRevocation> all(OrganizationId organization) {
        return List.copyOf(tx.recordsOf(organization).tokenRevocations.values());
    }

    @Override
    public Page<TokenRevocation> page(OrganizationId organization, Slice slice) {
        Collection<TokenRevocation> all =
                tx.recordsOf(organization).tokenRevocations.values();
        return Pages.cut(
                all.stream(), NEWEST_FIRST, slice, InMemoryTokenRevocations::positionOf, Total.capped(all.size()));
    }

    @Override
    public long count(OrganizationId organization) {
        return tx.recordsOf(organization).tokenRevocations.size();
    }

    @Override
    public boolean delete(OrganizationId organization, TokenRevocationId id) {
        return delete(organization, revocation -> revocation.id().equals(id), 1) == 1;
    }

    @Override
    public int purge(OrganizationId organization, Instant before, int limit) {
        return delete(organization, revocation -> revocation.revokedAt().isBefore(before), limit);
    }

    private int delete(OrganizationId organization, Predicate<TokenRevocation> which, int limit) {
        List<TokenRevocation> gone =
                all(organization).stream().filter(which).limit(limit).toList();
        gone.forEach(revocation -> tx.changes().remove(tx.recordsOf(organization).tokenRevocations, revocation.id()));
        return gone.size();
    }

    private static Position positionOf(TokenRevocation revocation) {
        return new Position("", revocation.revokedAt(), revocation.id().value());
    }
}
