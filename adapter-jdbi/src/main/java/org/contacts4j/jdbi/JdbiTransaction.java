package org.contacts4j.jdbi;

import org.contacts4j.application.Transaction;
import org.contacts4j.application.company.Companies;
import org.contacts4j.application.contact.ContactEvents;
import org.contacts4j.application.contact.Contacts;
import org.contacts4j.jdbi.company.JdbiCompanies;
import org.contacts4j.jdbi.contact.JdbiContactEvents;
import org.contacts4j.jdbi.contact.JdbiContacts;
import org.jdbi.v3.core.Handle;

/** The ports on one connection. */
record JdbiTransaction(Handle handle, Database database) implements Transaction {

    @Override
    public Contacts contacts() {
        return new JdbiContacts(handle, database);
    }

    @Override
    public Companies companies() {
        return new JdbiCompanies(handle, database);
    }

    @Override
    public ContactEvents events() {
        return new JdbiContactEvents(handle, database);
    }
}
