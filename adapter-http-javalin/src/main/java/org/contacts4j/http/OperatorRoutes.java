package org.contacts4j.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.contacts4j.application.background.TaskStatus;
import org.contacts4j.http.server.response.CachedResponse;
import org.contacts4j.http.server.response.Responses;
import org.contacts4j.http.server.route.Routes;
import org.contacts4j.json.Json;
import org.contacts4j.json.Timestamps;
import org.jspecify.annotations.Nullable;

/**
 * The routes of operators and tools, which need no token: liveness, readiness, metrics, version and OpenAPI document.
 */
final class OperatorRoutes {

    private static final Json.Writer<Readiness.Life> LIFE = Json.writerOf(Readiness.Life.class);
    private static final Json.Writer<Ready> READY = Json.writerOf(Ready.class);
    private static final Json.Writer<Info> INFO = Json.writerOf(Info.class);
    private static final CachedResponse OPENAPI = new CachedResponse(openApi());

    private final Readiness readiness;
    private final Supplier<List<TaskStatus>> tasks;
    private final String version;
    private final Supplier<List<ServedApi>> apis;
    private @Nullable Metrics metrics;

    OperatorRoutes(
            Readiness readiness, Supplier<List<TaskStatus>> tasks, String version, Supplier<List<ServedApi>> apis) {
        this.readiness = new CachedReadiness(readiness);
        this.tasks = tasks;
        this.version = version;
        this.apis = apis;
    }

    void addTo(Routes routes) {
        routes.get("/livez", this::live)
                .get("/readyz", this::ready)
                .get("/metrics", ctx -> metrics().answer(ctx))
                .get("/info", this::info)
                .get("/openapi.json", OPENAPI::send);
    }

    private void live(Context ctx) {
        Readiness.Life life = readiness.life();
        Responses.json(ctx, life.status().equals("failed") ? 503 : 200, LIFE.write(life));
    }

    private void ready(Context ctx) {
        List<Readiness.Check> checks = readiness.check();
        List<TaskStatus> running = tasks.get();
        boolean ready = checks.stream().allMatch(Readiness.Check::ok)
                && running.stream().allMatch(TaskStatus::running);
        List<Task> listed = running.stream().map(Task::of).toList();
        Responses.json(ctx, ready ? 200 : 503, READY.write(new Ready(ready ? "ok" : "unavailable", checks, listed)));
    }

    /** Returns the metrics. Created on the first request, so that startup does not load the classes of the registry. */
    private synchronized Metrics metrics() {
        Metrics made = metrics == null ? new Metrics(tasks) : metrics;
        metrics = made;
        return made;
    }

    private void info(Context ctx) {
        Responses.json(ctx, 200, INFO.write(new Info("Contacts4J", version, apis.get())));
    }

    private static byte[] openApi() {
        try (InputStream in = OperatorRoutes.class.getResourceAsStream("openapi.json")) {
            if (in == null) {
                throw new IllegalStateException("openapi.json is not in the jar");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Ready(String status, List<Readiness.Check> checks, List<Task> tasks) {}

    /**
     * The state of a background task. A failing task does not make the server unready: its next round may succeed, and
     * requests do not depend on it.
     */
    private record Task(
            String name,
            boolean ok,
            boolean running,
            @Nullable String failingSince) {

        static Task of(TaskStatus task) {
            @Nullable Instant since = task.failingSince();
            return new Task(
                    task.name(),
                    task.running() && !task.isFailing(),
                    task.running(),
                    since == null ? null : Timestamps.of(since));
        }
    }

    private record Info(String name, String version, List<ServedApi> apis) {}
}
