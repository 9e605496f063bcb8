package org.contacts4j.jdbi;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;

/** A real PostgreSQL server for one test class. */
public record TestPostgres(EmbeddedPostgres server) implements AutoCloseable {

    public static TestPostgres start() throws IOException {
        return new TestPostgres(EmbeddedPostgres.start());
    }

    public DatabaseSettings settings() {
        return DatabaseSettings.of(server.getJdbcUrl("postgres", "postgres"), null, null);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
