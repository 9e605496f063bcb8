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

/** Loads the database and starts the servers on it. */
public record Servers(TestDatabase database, Plan plan) {

    private static final String LOCAL = "127.0.0.1";

    /** Requests are counted as usual, but the limits are never reached. */
    private static final List<String> LIMITS = List.of(
            "--rate-limit-hour", "1000000000",
            "--rate-limit-minute", "1000000000",
            "--rate-limit-member-minute", "1000000000",
            "--rate-limit-public-minute", "1000000000");

    public void load(List<GeneratedContacts> organizations) throws SQLException, IOException {
        long start = System.nanoTime();
        try (JdbiStore store = JdbiStore.open(database.settings());
                Connection connection = database.connect()) {
            organizations.forEach(contacts -> Loading.companies(store, contacts));
            new Loading(connection).contacts(organizations);
        }
        long loaded = organizations.stream().mapToLong(GeneratedContacts::count).sum();
        System.out.printf("Loaded %,d contacts in %.1f s%n", loaded, (System.nanoTime() - start) / 1e9);
    }

    /** Starts Contacts4J on the measured database, with additional arguments. */
    public MeasuredServer contacts4j(String... more) throws IOException {
        List<String> arguments = contacts4jIn(plan.folder().resolve("contacts4j-data"));
        arguments.addAll(List.of("--jwt-secret", Token.SECRET));
        arguments.addAll(database.flags());
        arguments.addAll(LIMITS);
        arguments.addAll(List.of(more));
        return MeasuredServer.start(arguments);
    }

    /** Starts Contacts4J on an in-memory store with the planned number of contacts. */
    public static MeasuredServer inMemory(Plan plan) throws IOException {
        return MeasuredServer.start(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                MemoryServer.class.getName(),
                plan.main().organization().value(),
                String.valueOf(plan.seed()),
                String.valueOf(plan.contacts())));
    }

    /** Starts Contacts4J with default settings in an empty folder. */
    public MeasuredServer freshContacts4j(int number) throws IOException {
        return MeasuredServer.start(contacts4jIn(plan.folder().resolve("fresh-" + number)));
    }

    /** Starts the baseline server on this database. */
    public MeasuredServer floor(TestDatabase database) throws IOException {
        return MeasuredServer.start(List.of(
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
