package org.contacts4j.jdbi;

import java.sql.SQLException;
import org.contacts4j.application.Contacts4J;
import org.contacts4j.application.Store;
import org.contacts4j.application.Workers;
import org.contacts4j.contract.PersistenceContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

final class H2PersistenceTest extends PersistenceContract {

    private static final StatementLog LOG = new StatementLog();
    private static final DatabaseSettings SETTINGS = DatabaseSettings.h2InMemory();
    private static JdbiStore store;
    private static Workers maintenance;

    @BeforeAll
    static void open() {
        store = JdbiStore.open(SETTINGS, LOG);
        maintenance = Workers.of(Contacts4J.builder(store).build()).start();
    }

    @AfterAll
    static void everyStatementNamesItsOrganization() throws SQLException {
        try {
            OrganizationBounds.check(LOG, SETTINGS);
        } finally {
            maintenance.close();
            store.close();
        }
    }

    @Override
    protected Store store() {
        return store;
    }
}
