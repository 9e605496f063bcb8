package org.contacts4j.application.importing.batch;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.contacts4j.application.Transaction;
import org.contacts4j.application.importing.matching.MatchCandidate;
import org.contacts4j.application.importing.matching.MatchKey;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.id.OrganizationId;

/** The match keys that the rows of a batch take from contacts. They still match, so that importing again creates nothing. */
final class LostKeys {

    private final Map<ContactId, Set<String>> lost = new LinkedHashMap<>();

    /** Replaces a contact in the index, and notes the keys that it has no more. */
    void note(MatchIndex index, MatchCandidate before, MatchCandidate after) {
        index.put(after);
        Set<String> lostNow = MatchKey.lost(before, after);
        if (!lostNow.isEmpty()) {
            index.remember(after.id(), lostNow);
            lost.computeIfAbsent(after.id(), first -> new LinkedHashSet<>()).addAll(lostNow);
        }
    }

    /** Stores the keys noted so far. */
    void write(Transaction tx, OrganizationId organization) {
        if (!lost.isEmpty()) {
            tx.matchCandidates().remember(organization, lost);
        }
    }
}
