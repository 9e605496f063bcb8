package org.contacts4j.application.importing.batch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.contacts4j.application.Transaction;
import org.contacts4j.application.contact.NewContact;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.id.OrganizationId;

/** The contacts that a batch creates, until they are inserted in one statement batch. */
final class PendingInserts {

    private final Transaction tx;
    private final OrganizationId organization;
    private final Map<ContactId, NewContact> creations = new LinkedHashMap<>();

    PendingInserts(Transaction tx, OrganizationId organization) {
        this.tx = tx;
        this.organization = organization;
    }

    void add(NewContact creation) {
        creations.put(creation.contact().id(), creation);
    }

    /** Returns whether the contact is not inserted yet. */
    boolean have(ContactId id) {
        return creations.containsKey(id);
    }

    /** Inserts the contacts added so far. */
    void write() {
        tx.contacts().insertAll(organization, List.copyOf(creations.values()));
        creations.clear();
    }
}
