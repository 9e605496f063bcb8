package org.contacts4j.application.importing.batch;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.contacts4j.application.Transaction;
import org.contacts4j.application.contact.EmailRule;
import org.contacts4j.application.importing.batch.PreparedRow.PreparedContact;
import org.contacts4j.application.importing.matching.MatchBy;
import org.contacts4j.application.importing.matching.MatchCandidate;
import org.contacts4j.application.importing.matching.MatchCandidates.Wanted;
import org.contacts4j.application.importing.matching.MatchKey;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.organization.Caller;
import org.jspecify.annotations.Nullable;

/** A lookup of the contacts that the rows of a batch may match, with few queries for the whole batch. */
final class DuplicateMatching {

    private final MatchBy matchBy;
    private final EmailRule rule;
    private final Set<String> emails = new HashSet<>();
    private final Set<String> matchKeys = new HashSet<>();
    private final Set<String> codes = new HashSet<>();
    private final Set<ContactId> ids = new HashSet<>();
    private final Set<String> sortKeys = new HashSet<>();
    private final Set<String> remembered = new HashSet<>();

    /** @param again whether a previous attempt may have inserted the contacts that the rows create */
    DuplicateMatching(MatchBy matchBy, EmailRule rule, List<PreparedRow> rows, boolean again) {
        this.matchBy = matchBy;
        this.rule = rule;
        if (again) {
            rows.stream()
                    .map(PreparedRow::prepared)
                    .filter(Objects::nonNull)
                    .forEach(prepared -> ids.add(prepared.contact().id()));
        }
        rows.forEach(this::want);
    }

    /**
     * Returns an index of the stored contacts that the rows may match. It includes the holders of the rows' codes, and
     * of their e-mails where e-mails are unique.
     */
    MatchIndex index(Transaction tx, Caller caller) {
        Wanted wanted = new Wanted(matchKeys, codes, ids, sortKeys);
        return new MatchIndex(
                tx.matchCandidates().find(caller.organization(), caller.visibility(), wanted),
                tx.matchCandidates().remembered(caller.organization(), caller.visibility(), remembered),
                holders(tx, caller.organization()));
    }

    /** Returns the current holders of the rows' unique values, by match key. */
    Map<String, ContactId> holders(Transaction tx, OrganizationId organization) {
        Map<String, ContactId> holders = new HashMap<>();
        tx.contacts().idsByCode(organization, codes).forEach((code, id) -> holders.put(MatchKey.codeKey(code), id));
        if (!emails.isEmpty()) {
            holders.putAll(tx.contacts().idsByEmail(organization, emails));
        }
        return holders;
    }

    private void want(PreparedRow preparedRow) {
        preparedRow.idIf(matchBy).ifPresent(ids::add);
        @Nullable PreparedContact prepared = preparedRow.prepared();
        if (prepared != null) {
            want(prepared.known(), prepared.matchKey(), prepared.rowKeys());
            emails.addAll(rule.toCheck(null, prepared.contact()).keySet());
        }
    }

    private void want(MatchCandidate row, MatchKey matchKey, List<String> rowKeys) {
        switch (matchKey) {
            case EMAIL, PHONE -> matchKeys.addAll(rowKeys);
            case PHONE_AND_NAME -> matchKeys.addAll(MatchKey.PHONE.of(row));
            case NAME -> sortKeys.add(row.sortKey());
            case CODE -> {}
        }
        Optional.ofNullable(row.code()).ifPresent(codes::add);
        remembered.addAll(rowKeys);
    }
}
