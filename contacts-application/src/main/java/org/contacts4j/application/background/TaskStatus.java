package org.contacts4j.application.background;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The status of a background task at one moment.
 *
 * @param name a word for operators, such as {@code imports}
 * @param running false if the task runs no more rounds: its thread ended, or a round is stuck
 * @param lastSuccess the end of the last successful round; null if there was none
 * @param failingSince the end of the first of the latest failed rounds; null if the last round succeeded
 * @param failures the number of failed rounds since the start of the process
 */
public record TaskStatus(
        String name,
        boolean running,
        @Nullable Instant lastSuccess,
        @Nullable Instant failingSince,
        long failures) {

    /** Returns whether the last round failed. */
    public boolean isFailing() {
        return failingSince != null;
    }
}
