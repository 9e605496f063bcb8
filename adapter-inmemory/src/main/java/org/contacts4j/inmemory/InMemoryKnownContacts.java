package org.contacts4j.inmemory;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.contacts4j.application.importing.KnownContact;
import org.contacts4j.application.importing.KnownContacts;
import org.contacts4j.domain.ContactId;
import org.contacts4j.domain.OrganizationId;
import org.contacts4j.domain.organization.Visibility;

record InMemoryKnownContacts(InMemoryTransaction tx) implements KnownContacts {

    @Override
    public void lock(OrganizationId organization) {
        // Nobody else writes while this transaction does.
    }

    @Override
    public List<KnownContact> find(OrganizationId organization, Visibility visibility, Wanted wanted) {
        Records records = tx.recordsOf(organization);
        return records.contacts.values().stream()
                .filter(records.shownTo(visibility))
                .map(KnownContact::of)
                .filter(wanted::includes)
                .sorted(Comparator.comparing(contact -> contact.id().toString()))
                .toList();
    }

    @Override
    public Map<String, ContactId> holders(OrganizationId organization, Set<String> codes) {
        Map<String, ContactId> holders = new HashMap<>(tx.recordsOf(organization).contactCodes);
        holders.keySet().retainAll(codes);
        return holders;
    }
}
