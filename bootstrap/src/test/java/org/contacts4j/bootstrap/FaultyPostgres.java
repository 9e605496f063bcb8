package org.contacts4j.bootstrap;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.contacts4j.jdbi.TestPostgres;
import org.slf4j.LoggerFactory;

/** A PostgreSQL of its own, with the faults of an operating system and of an operator. It needs no privileges. */
final class FaultyPostgres implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    static {
        // It logs an error when it closes a server that was killed.
        ((Logger) LoggerFactory.getLogger(EmbeddedPostgres.class)).setLevel(Level.OFF);
    }

    private final Path data;
    private EmbeddedPostgres server;

    /** Starts PostgreSQL in a subfolder of this one. Files of its log are 1 MiB, so that tables outgrow them soon. */
    FaultyPostgres(Path folder) {
        data = folder.resolve("postgres");
        server = TestPostgres.startServer(options -> durable(options).setLocaleConfig("wal-segsize", "1"));
    }

    /** By default, a server for tests acknowledges commits before they are written. */
    private EmbeddedPostgres.Builder durable(EmbeddedPostgres.Builder options) {
        return options.setDataDirectory(data).setCleanDataDirectory(false).setServerConfig("synchronous_commit", "on");
    }

    /** Returns the settings of a server on this database. */
    String[] settings() {
        return new String[] {
            "--db-url",
            "jdbc:postgresql://localhost:" + server.getPort() + "/postgres",
            "--db-user",
            TestPostgres.SUPERUSER
        };
    }

    /** Stops all processes of PostgreSQL without ending them. */
    void freeze() throws IOException {
        signal("-STOP");
    }

    void thaw() throws IOException {
        signal("-CONT");
    }

    /** Kills all processes of PostgreSQL, and waits until they have ended. */
    void kill() throws IOException {
        List<ProcessHandle> processes = processes().toList();
        signal("-KILL");
        processes.forEach(process -> process.onExit().join());
        server.close(); // releases the data folder
    }

    /** Stops PostgreSQL as an operator does, ending all connections. */
    void stop() throws IOException {
        server.close();
    }

    /** Starts PostgreSQL again after {@link #kill} or {@link #stop}. */
    void start() {
        int port = server.getPort();
        server = TestPostgres.startServer(options -> durable(options).setPort(port));
    }

    /** Makes the operating system reject all writes of PostgreSQL beyond this size of a file. */
    void limitFileSize(String bytes) throws IOException {
        for (ProcessHandle process : processes().toList()) {
            run(List.of("prlimit", "--pid", String.valueOf(process.pid()), "--fsize=" + bytes + ":unlimited"));
        }
    }

    /** Waits until PostgreSQL refuses connections, while it is made to write its log. */
    void awaitRefusal() {
        Awaitility.await().atMost(PATIENCE).until(() -> !accepts());
    }

    /**
     * Ends a limit of file sizes, and waits until PostgreSQL has recovered from a crash, or starts it if the crash has ended
     * it. A process that starts at the same moment may keep the limit, and prevent the recovery for ever.
     */
    void recover() throws IOException {
        Awaitility.await()
                .atMost(PATIENCE)
                .ignoreException(NoSuchFileException.class)
                .until(() -> {
                    limitFileSize("unlimited");
                    return accepts() || processes().findAny().isEmpty();
                });
        if (processes().findAny().isEmpty()) {
            server.close();
            start();
        }
    }

    private boolean accepts() {
        try {
            ask("select pg_switch_wal()");
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    private String ask(String query) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    private void signal(String signal) throws IOException {
        List<String> command = new ArrayList<>(List.of("kill", signal));
        processes().map(process -> String.valueOf(process.pid())).forEach(command::add);
        run(command);
    }

    /** Runs a command on processes, some of which may have ended meanwhile. */
    private static void run(List<String> command) throws IOException {
        new ProcessBuilder(command).start().onExit().join();
    }

    /** Returns the postmaster and the processes that it has started; empty when it has ended. */
    private Stream<ProcessHandle> processes() throws IOException {
        Path file = data.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Stream.empty();
        }
        long postmaster = Long.parseLong(Files.readAllLines(file).get(0).strip());
        return ProcessHandle.of(postmaster).stream()
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()));
    }

    @Override
    public void close() throws IOException {
        if (processes().findAny().isPresent()) {
            thaw();
            server.close();
        }
    }
}
