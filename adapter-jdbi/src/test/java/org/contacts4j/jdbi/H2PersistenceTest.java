package org.contacts4j.jdbi;

import org.contacts4j.application.Store;
import org.contacts4j.contract.PersistenceContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

final class H2PersistenceTest extends PersistenceContract {

    private static JdbiStore store;

    @BeforeAll
    static void open() {
        store = JdbiStore.open(DatabaseSettings.h2InMemory());
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @Override
    protected Store store() {
        return store;
    }
}
