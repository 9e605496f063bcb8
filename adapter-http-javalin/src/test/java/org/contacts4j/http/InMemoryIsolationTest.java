package org.contacts4j.http;

import org.contacts4j.application.Contacts4J;
import org.contacts4j.http.scenario.IsolationMatrixContract;
import org.contacts4j.inmemory.InMemoryStore;

class InMemoryIsolationTest extends IsolationMatrixContract {

    @Override
    protected Contacts4J contacts4j() {
        return Contacts4J.builder(new InMemoryStore()).build();
    }
}
