package org.contacts4j.jdbi;

import java.io.IOException;
import org.contacts4j.application.Store;
import org.contacts4j.contract.PersistenceContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

final class PostgresPersistenceTest extends PersistenceContract {

    private static TestPostgres postgres;
    private static JdbiStore store;

    @BeforeAll
    static void open() throws IOException {
        postgres = TestPostgres.start();
        store = JdbiStore.open(postgres.settings());
    }

    @AfterAll
    static void close() throws IOException {
        store.close();
        postgres.close();
    }

    @Override
    protected Store store() {
        return store;
    }
}
