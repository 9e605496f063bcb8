package org.contacts4j.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.contacts4j.application.background.TaskStatus;
import org.jspecify.annotations.Nullable;

/** Says whether everything the server needs is there. */
@FunctionalInterface
public interface Readiness {

    /** One line per thing that is needed; the server is ready when all are. Asked for calls of {@code /readyz}. */
    List<Check> check();

    /** The background tasks outside of the server, such as the store's; one that no longer runs makes it not ready. */
    default List<TaskStatus> tasks() {
        return List.of();
    }

    /** Whether the process can go on; asked for every call of {@code /livez}. */
    default Life life() {
        return new Life("ok", null);
    }

    /**
     * How the process is.
     *
     * @param status {@code ok}; {@code recovering} while the server recovers by itself; {@code failed} when it cannot
     * @param reason null when all is well
     */
    record Life(
            String status,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String reason) {}

    /**
     * Whether one thing that is needed is there.
     *
     * @param name a word for operators, such as {@code database}
     */
    record Check(String name, boolean ok) {}
}
