package org.contacts4j.benchmarks.load;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.contacts4j.benchmarks.data.GeneratedContacts;
import org.contacts4j.benchmarks.data.Loading;
import org.contacts4j.benchmarks.floor.FloorServer;
import org.contacts4j.jdbi.JdbiStore;

/** Fills the database and starts the servers on it. */
record Servers(TestDatabase database, Plan plan) {

    private static final String LOCAL = "127.0.0.1";

    /** Requests are counted as usual, and there are never too many. */
    private static final List<String> LIMITS = List.of(
            "--rate-limit-hour", "1000000000",
            "--rate-limit-minute", "1000000000",
            "--rate-limit-member-minute", "1000000000",
            "--rate-limit-public-minute", "1000000000");

    void load(List<GeneratedContacts> organizations) throws SQLException, IOException {
        long start = System.nanoTime();
        try (JdbiStore store = JdbiStore.open(database.settings());
                Connection connection = database.connect()) {
            organizations.forEach(contacts -> Loading.companies(store, contacts));
            new Loading(connection).contacts(organizations);
        }
        long loaded = organizations.stream().mapToLong(GeneratedContacts::count).sum();
        System.out.printf("Loaded %,d contacts in %.1f s%n", loaded, (System.nanoTime() - start) / 1e9);
    }

    /** Contacts4J on the database that is measured, with more settings if need be. */
    ServerProcess contacts4j(String... more) throws IOException {
        List<String> arguments = contacts4jIn(plan.folder().resolve("contacts4j-data"));
        arguments.addAll(List.of("--jwt-secret", Token.SECRET));
        arguments.addAll(database.flags());
        arguments.addAll(LIMITS);
        arguments.addAll(List.of(more));
        return ServerProcess.start(arguments);
    }

    /** Contacts4J over a store in memory, with as many contacts. */
    static ServerProcess inMemory(Plan plan) throws IOException {
        return ServerProcess.start(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                MemoryServer.class.getName(),
                plan.main().organization().value(),
                String.valueOf(plan.seed()),
                String.valueOf(plan.contacts())));
    }

    /** Contacts4J as it starts for somebody who gave it nothing but an empty folder. */
    ServerProcess freshContacts4j(int number) throws IOException {
        return ServerProcess.start(contacts4jIn(plan.folder().resolve("fresh-" + number)));
    }

    /** The floor on a database of its own, or on the one that is measured. */
    ServerProcess floor(TestDatabase database) throws IOException {
        return ServerProcess.start(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                FloorServer.class.getName(),
                database.url(),
                Objects.requireNonNullElse(database.user(), ""),
                Objects.requireNonNullElse(database.password(), ""),
                plan.main().organization().value()));
    }

    private List<String> contacts4jIn(Path folder) {
        String jar = plan.serverJar().toString();
        return new ArrayList<>(List.of("-jar", jar, "--host", LOCAL, "--port", "0", "--data-dir", folder.toString()));
    }
}
