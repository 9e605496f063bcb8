package org.contacts4j.jdbi;

import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which database to use.
 *
 * @param url a JDBC URL of H2 or PostgreSQL
 * @param user null when the URL names the user, or none is needed
 * @param poolSize the most connections held at once
 * @param connectWait how long opening waits for a database that does not answer yet; zero fails at once
 */
public record DatabaseSettings(
        String url, @Nullable String user, @Nullable String password, int poolSize, Duration connectWait) {

    private static final int DEFAULT_POOL_SIZE = 10;

    /** H2 in a file; {@code databaseFile} is its path without H2's own suffix. */
    public static DatabaseSettings h2File(Path databaseFile) {
        return of("jdbc:h2:file:" + databaseFile.toAbsolutePath(), null, null);
    }

    /** H2 in memory: a fresh database that nobody else sees and that goes with its store. */
    public static DatabaseSettings h2InMemory() {
        return of("jdbc:h2:mem:" + UUID.randomUUID(), null, null);
    }

    public static DatabaseSettings of(String url, @Nullable String user, @Nullable String password) {
        return new DatabaseSettings(url, user, password, DEFAULT_POOL_SIZE, Duration.ZERO);
    }

    /** For messages: without the password, and without the URL's parameters, which may hold one. */
    @Override
    public String toString() {
        return url.split("[?;]", 2)[0] + (user == null ? "" : " as " + user);
    }
}
