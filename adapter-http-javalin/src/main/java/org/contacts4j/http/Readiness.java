package org.contacts4j.http;

import java.util.List;
import org.contacts4j.application.background.TaskStatus;

/** Says whether everything the server needs is there; asked for {@code /readyz}, at most once a second. */
@FunctionalInterface
public interface Readiness {

    /** One line per thing that is needed; the server is ready when all are. */
    List<Check> check();

    /** The background tasks outside of the server, such as the store's; one that no longer runs makes it not ready. */
    default List<TaskStatus> tasks() {
        return List.of();
    }

    /**
     * Whether one thing that is needed is there.
     *
     * @param name a word for operators, such as {@code database}
     */
    record Check(String name, boolean ok) {}
}
