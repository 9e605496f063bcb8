package org.contacts4j.jdbi;

import java.io.IOException;
import java.sql.SQLException;
import org.contacts4j.application.Contacts4J;
import org.contacts4j.application.Store;
import org.contacts4j.application.Workers;
import org.contacts4j.contract.PersistenceContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

final class PostgresPersistenceTest extends PersistenceContract {

    private static final StatementLog LOG = new StatementLog();
    private static TestPostgres postgres;
    private static JdbiStore store;
    private static Workers maintenance;

    @BeforeAll
    static void open() throws IOException {
        postgres = TestPostgres.start();
        store = JdbiStore.open(postgres.settings(), LOG);
        maintenance = Workers.of(Contacts4J.builder(store).build()).start();
    }

    @AfterAll
    static void everyStatementNamesItsOrganization() throws IOException, SQLException {
        try {
            OrganizationBounds.check(LOG, postgres.settings());
        } finally {
            maintenance.close();
            store.close();
            postgres.close();
        }
    }

    @Override
    protected Store store() {
        return store;
    }
}
