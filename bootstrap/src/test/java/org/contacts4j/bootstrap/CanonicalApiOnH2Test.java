package org.contacts4j.bootstrap;

import org.contacts4j.application.Contacts4J;
import org.contacts4j.http.scenario.CanonicalApiContract;
import org.contacts4j.jdbi.DatabaseSettings;
import org.contacts4j.jdbi.JdbiStore;

class CanonicalApiOnH2Test extends CanonicalApiContract {

    @Override
    protected Contacts4J contacts4j() {
        return Contacts4J.builder(JdbiStore.open(DatabaseSettings.h2InMemory())).build();
    }
}
