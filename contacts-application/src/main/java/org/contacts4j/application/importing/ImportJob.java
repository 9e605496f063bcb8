package org.contacts4j.application.importing;

import java.time.Instant;
import java.util.List;
import org.contacts4j.domain.organization.Caller;
import org.jspecify.annotations.Nullable;

/**
 * An import that runs by itself, after its sender has gone.
 *
 * @param caller who sent it; it sees and may do what they could then
 * @param fileName what the sender calls the file; empty when they do not say
 * @param isJson whether the file is JSON; else it is a table
 * @param columns the names of the table's columns, once they are known
 * @param rows how many rows the file has, once that is known
 * @param summary what became of the rows so far, without the errors
 * @param message why it failed; null unless it did
 * @param attempts how often it was taken up since a row of it was kept
 */
public record ImportJob(
        ImportId id,
        Caller caller,
        ImportOptions options,
        String fileName,
        boolean isJson,
        ImportState state,
        List<String> columns,
        long rows,
        ImportSummary summary,
        @Nullable String message,
        int attempts,
        Instant createdAt,
        Instant updatedAt) {

    public ImportJob {
        columns = List.copyOf(columns);
    }

    /** The job in this state. */
    public ImportJob in(ImportState next, @Nullable String why, Instant at) {
        return new ImportJob(
                id, caller, options, fileName, isJson, next, columns, rows, summary, why, attempts, createdAt, at);
    }

    /** The job once its file has been looked through. */
    public ImportJob over(List<String> names, long count, Instant at) {
        return new ImportJob(
                id, caller, options, fileName, isJson, state, names, count, summary, message, attempts, createdAt, at);
    }

    /** The job after this many attempts without a row that was kept. */
    public ImportJob after(int attemptsNow) {
        return new ImportJob(
                id,
                caller,
                options,
                fileName,
                isJson,
                state,
                columns,
                rows,
                summary,
                message,
                attemptsNow,
                createdAt,
                updatedAt);
    }

    /** The job when its rows have come to this. That is progress, so attempts are counted anew. */
    public ImportJob at(ImportSummary soFar, Instant at) {
        ImportSummary counts = new ImportSummary(
                soFar.created(), soFar.updated(), soFar.skipped(), soFar.failed(), List.of(), soFar.truncated());
        return new ImportJob(
                id, caller, options, fileName, isJson, state, columns, rows, counts, message, 0, createdAt, at);
    }
}
