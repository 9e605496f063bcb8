package org.contacts4j.bootstrap;

import org.contacts4j.application.Contacts4J;
import org.contacts4j.http.scenario.CanonicalApiContract;
import org.contacts4j.jdbi.DatabaseSettings;
import org.contacts4j.jdbi.JdbiStore;
import org.junit.jupiter.api.AfterAll;

class CanonicalApiOnH2Test extends CanonicalApiContract {

    private final JdbiStore store = JdbiStore.open(DatabaseSettings.h2InMemory());

    @Override
    protected Contacts4J contacts4j() {
        return Contacts4J.builder(store).build();
    }

    @AfterAll
    void close() {
        store.close();
    }
}
