package org.contacts4j.inmemory.contact;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BinaryOperator;
import org.contacts4j.application.importing.matching.MatchCandidate;
import org.contacts4j.application.importing.matching.MatchCandidates;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.organization.Visibility;
import org.contacts4j.inmemory.record.Records;
import org.contacts4j.inmemory.record.StoredTransaction;

public record InMemoryMatchCandidates(StoredTransaction tx) implements MatchCandidates {

    @Override
    public void lock(OrganizationId organization) {
        // The store allows only one write transaction at a time.
    }

    @Override
    public List<MatchCandidate> find(OrganizationId organization, Visibility visibility, Wanted wanted) {
        Records records = tx.recordsOf(organization);
        return records.contacts.values().stream()
                .filter(records.shownTo(visibility))
                .map(contact -> MatchCandidate.of(contact, tx.phoneNumbers()))
                .filter(wanted::includes)
                .sorted(Comparator.comparing(MatchCandidate::id))
                .toList();
    }

    @Override
    public Map<String, MatchCandidate> remembered(
            OrganizationId organization, Visibility visibility, Set<String> matchKeys) {
        Records records = tx.recordsOf(organization);
        Map<String, ContactId> eldest = new HashMap<>();
        records.formerKeys.forEach((id, had) -> {
            if (records.shownTo(visibility).test(Objects.requireNonNull(records.contacts.get(id)))) {
                had.stream()
                        .filter(matchKeys::contains)
                        .forEach(matchKey ->
                                eldest.merge(matchKey, id, BinaryOperator.minBy(Comparator.naturalOrder())));
            }
        });
        Map<String, MatchCandidate> remembered = new HashMap<>();
        eldest.forEach((matchKey, id) -> remembered.put(
                matchKey, MatchCandidate.of(Objects.requireNonNull(records.contacts.get(id)), tx.phoneNumbers())));
        return remembered;
    }

    @Override
    public Set<String> remembered(OrganizationId organization, ContactId contact) {
        return tx.recordsOf(organization).formerKeys.getOrDefault(contact, Set.of());
    }

    @Override
    public void forget(OrganizationId organization, Map<ContactId, Set<String>> matchKeys) {
        Map<ContactId, Set<String>> remembered = tx.recordsOf(organization).formerKeys;
        matchKeys.forEach((id, again) -> {
            Set<String> rest = new HashSet<>(remembered.getOrDefault(id, Set.of()));
            rest.removeAll(again);
            tx.changes().put(remembered, id, rest);
        });
    }

    @Override
    public void remember(OrganizationId organization, Map<ContactId, Set<String>> matchKeys) {
        Map<ContactId, Set<String>> remembered = tx.recordsOf(organization).formerKeys;
        matchKeys.forEach((id, lost) -> {
            Set<String> all = new HashSet<>(remembered.getOrDefault(id, Set.of()));
            all.addAll(lost);
            tx.changes().put(remembered, id, all);
        });
    }
}
