package org.contacts4j.jdbi;

import org.contacts4j.application.Store;
import org.contacts4j.contract.contact.PhoneNumbersContract;
import org.contacts4j.phone.LibPhoneNumbers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

final class H2PhoneNumbersTest implements PhoneNumbersContract {

    private static JdbiStore store;

    @BeforeAll
    static void open() {
        store = JdbiStore.open(DatabaseSettings.h2InMemory().withPhoneNumbers(LibPhoneNumbers.inRegion("DE")));
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @Override
    public Store store() {
        return store;
    }
}
