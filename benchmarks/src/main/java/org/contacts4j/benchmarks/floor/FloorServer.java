package org.contacts4j.benchmarks.floor;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.UUID;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * The baseline server: Javalin, a connection pool, one prepared statement per request, and Jackson. It has no
 * authentication, validation, events, counters or layers. It runs in its own process, with the same HTTP threads and
 * pool size as Contacts4J.
 */
public final class FloorServer {

    private static final int MAX_THREADS = 64;
    private static final int MIN_THREADS = 8;
    private static final int POOL_SIZE = 10;

    private FloorServer() {}

    /**
     * Serves the contacts of one organization until the process is stopped.
     *
     * @param args JDBC URL, user, password (both may be empty) and organization
     */
    public static void main(String[] args) {
        HikariDataSource connections = new HikariDataSource(pool(args[0], args[1], args[2]));
        FloorContacts contacts = new FloorContacts(connections, args[3]);
        Javalin server = Javalin.create(config -> configure(config, contacts)).start("127.0.0.1", 0);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            server.stop();
            connections.close();
        }));
        System.out.println("Floor ready at http://127.0.0.1:" + server.port());
    }

    private static void configure(JavalinConfig config, FloorContacts contacts) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.jetty.threadPool = new QueuedThreadPool(MAX_THREADS, MIN_THREADS);
        config.routes.get("/floor/contacts", ctx -> json(ctx, 200, contacts.firstPage()));
        config.routes.get("/floor/contacts/{id}", ctx -> json(ctx, 200, contacts.get(id(ctx))));
        config.routes.post("/floor/contacts", ctx -> json(ctx, 201, contacts.create(ctx.bodyAsBytes())));
        config.routes.put("/floor/contacts/{id}", ctx -> json(ctx, 200, contacts.update(id(ctx), ctx.bodyAsBytes())));
    }

    private static UUID id(Context ctx) {
        return UUID.fromString(ctx.pathParam("id"));
    }

    private static void json(Context ctx, int status, byte[] body) {
        ctx.status(status).contentType("application/json; charset=utf-8").result(body);
    }

    private static HikariConfig pool(String url, String user, String password) {
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(url);
        pool.setUsername(user.isEmpty() ? null : user);
        pool.setPassword(password.isEmpty() ? null : password);
        pool.setMaximumPoolSize(POOL_SIZE);
        return pool;
    }
}
