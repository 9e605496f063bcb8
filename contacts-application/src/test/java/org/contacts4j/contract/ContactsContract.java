package org.contacts4j.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contacts4j.contract.ContactFixture.aContact;

import org.contacts4j.application.Store;
import org.contacts4j.domain.contact.Contact;
import org.junit.jupiter.api.Test;

/** Keeping contacts and giving them back whole. */
public interface ContactsContract {

    /** The store under test. */
    Store store();

    @Test
    default void givesBackAContactWithNothingButAName() {
        TestOrganization home = TestOrganization.in(store());
        Contact bare = home.keep(aContact().named("Ada Lovelace"));
        assertThat(home.find(bare.id())).contains(bare);
    }
}
