package org.contacts4j.application.background;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The state of a background task at one moment.
 *
 * @param name a word for operators, such as {@code imports}
 * @param running false when the task does no more rounds: its thread ended, or one round is stuck
 * @param lastSuccess the end of the last round that succeeded; null when none has
 * @param failingSince the end of the first of the latest failed rounds; null when the last round succeeded
 * @param failures how many rounds failed since the start of the process
 */
public record TaskStatus(
        String name,
        boolean running,
        @Nullable Instant lastSuccess,
        @Nullable Instant failingSince,
        long failures) {

    /** Whether the last round failed. */
    public boolean isFailing() {
        return failingSince != null;
    }
}
