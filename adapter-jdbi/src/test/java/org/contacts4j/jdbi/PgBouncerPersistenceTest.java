package org.contacts4j.jdbi;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import org.contacts4j.application.Contacts4J;
import org.contacts4j.application.Store;
import org.contacts4j.application.Workers;
import org.contacts4j.contract.PersistenceContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * The contract of all stores, through a PgBouncer in transaction mode. Takes minutes, and runs on request:
 * {@code -Dcontacts4j.test.pgbouncer=true}.
 */
@EnabledIfSystemProperty(named = "contacts4j.test.pgbouncer", matches = "true")
final class PgBouncerPersistenceTest extends PersistenceContract {

    private static EmbeddedPostgres postgres;
    private static TestPgBouncer pooler;
    private static JdbiStore store;
    private static Workers maintenance;

    @BeforeAll
    static void open(@TempDir Path folder) throws Exception {
        assumeTrue(TestPgBouncer.isInstalled(), "pgbouncer is not installed: apt-get install pgbouncer");
        postgres = TestPostgres.startServer(options -> options);
        pooler = TestPgBouncer.start(postgres, folder);
        store = JdbiStore.open(pooler.settings());
        maintenance = Workers.of(Contacts4J.builder(store).build()).start();
    }

    @AfterAll
    static void close() throws Exception {
        if (store != null) {
            maintenance.close();
            store.close();
            pooler.close();
            postgres.close();
        }
    }

    @Override
    protected Store store() {
        return store;
    }
}
