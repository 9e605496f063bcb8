package org.contacts4j.http;

import io.javalin.http.Context;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.contacts4j.application.background.TaskStatus;
import org.jspecify.annotations.Nullable;

/** The handler of {@code GET /metrics}, in the Prometheus text format. No label names an organization. */
final class Metrics {

    private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";
    private static final String TASK = "contacts4j.background.task.";

    private final Supplier<List<TaskStatus>> tasks;
    private final Clock clock = Clock.systemUTC();
    private final Set<String> known = new HashSet<>();
    private final PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    /** Creates metrics of these tasks. */
    Metrics(Supplier<List<TaskStatus>> tasks) {
        this.tasks = tasks;
    }

    void answer(Context ctx) {
        ctx.contentType(TEXT).result(scrape());
    }

    private synchronized String scrape() {
        for (TaskStatus task : tasks.get()) {
            if (known.add(task.name())) {
                register(task.name());
            }
        }
        return meters.scrape(TEXT);
    }

    private void register(String task) {
        gauge(
                        "up",
                        task,
                        "1 while the task runs, 0 when its thread ended or is stuck",
                        status -> status.running() ? 1 : 0)
                .register(meters);
        gauge("failing", task, "1 while the last round failed", status -> status.isFailing() ? 1 : 0)
                .register(meters);
        gauge("last.success.age", task, "Time since a round succeeded; NaN before the first", this::age)
                .baseUnit("seconds")
                .register(meters);
        FunctionCounter.builder(TASK + "failures", this, metrics -> metrics.value(task, TaskStatus::failures))
                .tag("task", task)
                .description("Rounds that failed since the start")
                .register(meters);
    }

    private Gauge.Builder<Metrics> gauge(
            String name, String task, String description, ToDoubleFunction<TaskStatus> value) {
        return Gauge.builder(TASK + name, this, metrics -> metrics.value(task, value))
                .tag("task", task)
                .description(description);
    }

    private double value(String task, ToDoubleFunction<TaskStatus> value) {
        return tasks.get().stream()
                .filter(status -> status.name().equals(task))
                .mapToDouble(value)
                .findFirst()
                .orElse(Double.NaN);
    }

    private double age(TaskStatus status) {
        @Nullable Instant success = status.lastSuccess();
        return success == null
                ? Double.NaN
                : Duration.between(success, clock.instant()).toMillis() / 1000.0;
    }
}
