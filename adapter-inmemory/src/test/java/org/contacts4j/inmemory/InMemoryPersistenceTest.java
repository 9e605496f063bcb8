package org.contacts4j.inmemory;

import org.contacts4j.application.Store;
import org.contacts4j.contract.PersistenceContract;

final class InMemoryPersistenceTest extends PersistenceContract {

    private static final Store STORE = new InMemoryStore();

    @Override
    protected Store store() {
        return STORE;
    }
}
