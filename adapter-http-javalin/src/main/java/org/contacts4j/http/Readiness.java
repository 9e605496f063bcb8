package org.contacts4j.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.contacts4j.application.background.TaskStatus;
import org.jspecify.annotations.Nullable;

/** The readiness of the dependencies of the server. */
@FunctionalInterface
public interface Readiness {

    /**
     * Checks all dependencies; the server is ready when every check succeeds. Called for {@code /readyz} requests.
     *
     * @return one check per dependency
     */
    List<Check> check();

    /**
     * Returns the status of background tasks outside the server, such as those of the store.
     *
     * <p>The server is not ready while one of these tasks is not running.
     */
    default List<TaskStatus> tasks() {
        return List.of();
    }

    /** Returns whether the process is alive. Called for every {@code /livez} request. */
    default Life life() {
        return new Life("ok", null);
    }

    /**
     * The liveness of the process.
     *
     * @param status {@code ok}; {@code recovering} while the server recovers without help; {@code failed} when it
     * cannot recover
     * @param reason the reason of another status than {@code ok}; null when the status is {@code ok}
     */
    record Life(
            String status,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String reason) {}

    /**
     * The result of the check of one dependency.
     *
     * @param name the name of the dependency for operators, such as {@code database}
     */
    record Check(String name, boolean ok) {}
}
