package org.contacts4j.jdbi;

import org.contacts4j.application.Store;
import org.contacts4j.contract.contact.PhoneNumbersContract;
import org.contacts4j.phone.LibPhoneNumbers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

final class PostgresPhoneNumbersTest implements PhoneNumbersContract {

    private static JdbiStore store;

    @BeforeAll
    static void open() {
        store = JdbiStore.open(TestPostgres.freshSettings().withPhoneNumbers(LibPhoneNumbers.inRegion("DE")));
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
