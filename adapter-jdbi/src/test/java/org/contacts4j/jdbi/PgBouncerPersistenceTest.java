package org.contacts4j.jdbi;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.contacts4j.application.Contacts4J;
import org.contacts4j.application.Store;
import org.contacts4j.application.Workers;
import org.contacts4j.contract.PersistenceContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The contract of all stores, through a PgBouncer in transaction mode. Skipped where it is not installed. */
final class PgBouncerPersistenceTest extends PersistenceContract {

    private static EmbeddedPostgres postgres;
    private static TestPgBouncer pooler;
    private static JdbiStore store;
    private static JdbiStore otherNode;
    private static Workers maintenance;

    /** Two nodes create the tables at the same moment. */
    @BeforeAll
    static void open(@TempDir Path folder) throws Exception {
        assumeTrue(TestPgBouncer.isInstalled(), "pgbouncer is not installed: apt-get install pgbouncer");
        postgres = TestPostgres.startServer(options -> options);
        pooler = TestPgBouncer.start(postgres, folder);
        List<CompletableFuture<JdbiStore>> nodes = List.of(opening(), opening());
        store = nodes.get(0).join();
        otherNode = nodes.get(1).join();
        maintenance = Workers.of(Contacts4J.builder(otherNode).build()).start();
    }

    private static CompletableFuture<JdbiStore> opening() {
        return CompletableFuture.supplyAsync(() -> JdbiStore.open(pooler.settings()));
    }

    @AfterAll
    static void close() throws Exception {
        if (store != null) {
            maintenance.close();
            store.close();
            otherNode.close();
            pooler.close();
            postgres.close();
        }
    }

    @Override
    protected Store store() {
        return store;
    }
}
