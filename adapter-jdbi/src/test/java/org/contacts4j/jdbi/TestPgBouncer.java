package org.contacts4j.jdbi;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * A PgBouncer in transaction mode in front of a PostgreSQL of a test. Its few connections are shared by more clients, so
 * that the transactions of a client use different ones.
 */
public final class TestPgBouncer implements AutoCloseable {

    /** The number of its connections to PostgreSQL. */
    static final int CONNECTIONS = 5;

    private static final List<Path> PROGRAMS =
            List.of(Path.of("/usr/sbin/pgbouncer"), Path.of("/usr/bin/pgbouncer"), Path.of("/usr/local/bin/pgbouncer"));

    private static final String SETTINGS = """
            [databases]
            * = host=localhost port=%d
            [pgbouncer]
            listen_addr = 127.0.0.1
            listen_port = %d
            unix_socket_dir =
            auth_type = trust
            auth_file = %s
            pool_mode = transaction
            default_pool_size = %d
            max_client_conn = 200
            ignore_startup_parameters = extra_float_digits
            """;

    private final Process process;
    private final int port;

    private TestPgBouncer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Returns whether the program is installed. */
    public static boolean isInstalled() {
        return program().findFirst().isPresent();
    }

    /** Starts PgBouncer with its files in this folder, and waits until it accepts connections. */
    public static TestPgBouncer start(EmbeddedPostgres server, Path folder) throws IOException {
        Path users = Files.writeString(folder.resolve("users.txt"), "\"" + TestPostgres.SUPERUSER + "\" \"\"\n");
        int port = freePort();
        Path settings = Files.writeString(
                folder.resolve("pgbouncer.ini"), SETTINGS.formatted(server.getPort(), port, users, CONNECTIONS));
        Process process = new ProcessBuilder(command(settings))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("pgbouncer.log").toFile())
                .start();
        Awaitility.await().until(() -> accepts(port) || !process.isAlive());
        if (!process.isAlive()) {
            throw new IllegalStateException(Files.readString(folder.resolve("pgbouncer.log")));
        }
        return new TestPgBouncer(process, port);
    }

    /** Returns the settings of the default database through this pooler, for the superuser. */
    public DatabaseSettings settings() {
        return DatabaseSettings.of(
                        "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=" + TestPostgres.SUPERUSER, null, null)
                .withPooling(DatabaseSettings.Pooling.TRANSACTION);
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }

    /** PgBouncer refuses to run as root; in a user namespace of its own, root is another user. */
    private static List<String> command(Path settings) {
        List<String> command = List.of(program().findFirst().orElseThrow().toString(), settings.toString());
        return System.getProperty("user.name").equals("root")
                ? Stream.concat(Stream.of("unshare", "-U"), command.stream()).toList()
                : command;
    }

    private static Stream<Path> program() {
        return PROGRAMS.stream().filter(Files::isExecutable);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static boolean accepts(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }
}
