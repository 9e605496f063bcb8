package org.contacts4j.jdbi;

import java.sql.SQLException;
import org.contacts4j.application.Store;
import org.contacts4j.contract.PersistenceContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

final class PostgresPersistenceTest extends PersistenceContract {

    private static final StatementLog LOG = new StatementLog();
    private static DatabaseSettings postgres;
    private static JdbiStore store;

    @BeforeAll
    static void open() {
        postgres = TestPostgres.freshSettings();
        store = JdbiStore.open(postgres, LOG);
    }

    @AfterAll
    static void everyStatementNamesItsOrganization() throws SQLException {
        try {
            OrganizationBounds.check(LOG, postgres);
        } finally {
            store.close();
        }
    }

    @Override
    protected Store store() {
        return store;
    }
}
