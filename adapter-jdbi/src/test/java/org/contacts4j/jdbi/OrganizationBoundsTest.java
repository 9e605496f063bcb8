package org.contacts4j.jdbi;

import static org.assertj.core.api.Assertions.assertThat;

import org.contacts4j.application.Store;
import org.contacts4j.contract.PersistenceContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Plays all contracts once more and reads every statement that they made the adapter issue. */
final class OrganizationBoundsTest extends PersistenceContract {

    private static final StatementLog LOG = new StatementLog();
    private static JdbiStore store;

    @BeforeAll
    static void open() {
        store = JdbiStore.open(DatabaseSettings.h2InMemory(), LOG);
    }

    @Override
    protected Store store() {
        return store;
    }

    @AfterAll
    static void everyStatementNamesItsOrganization() {
        store.close();
        assertThat(LOG.statements()).hasSizeGreaterThan(20);
        assertThat(LOG.withoutOrganization()).isEmpty();
    }
}
