package org.contacts4j.inmemory.record;

import org.contacts4j.application.Transaction;
import org.contacts4j.domain.contact.PhoneNumbers;
import org.contacts4j.domain.id.OrganizationId;

/** A transaction with access to the stored records and to the log that undoes its changes. */
public interface StoredTransaction extends Transaction {

    Records recordsOf(OrganizationId organization);

    Changes changes();

    PhoneNumbers phoneNumbers();
}
