package org.contacts4j.application.importing;

import java.time.Instant;
import java.util.List;
import org.contacts4j.domain.organization.Caller;
import org.jspecify.annotations.Nullable;

/**
 * An import that runs in the background, after its request has ended.
 *
 * @param caller the caller who submitted it; the import runs with the permissions the caller had then
 * @param fileName the file name the client sent; empty if none
 * @param isJson whether the file is JSON; otherwise it is a table
 * @param columns the names of the table's columns, once they are known
 * @param rows the number of rows in the file, once it is known
 * @param summary the results of the rows so far, without errors and warnings
 * @param message why the import failed; null unless it failed
 * @param attempts the number of attempts since a row was last committed
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

    /** Returns a copy of the job in this state. */
    public ImportJob in(ImportState next, @Nullable String why, Instant at) {
        return new ImportJob(
                id, caller, options, fileName, isJson, next, columns, rows, summary, why, attempts, createdAt, at);
    }

    /** Returns a copy of the job with the columns and the number of rows of its file. */
    public ImportJob over(List<String> names, long count, Instant at) {
        return new ImportJob(
                id, caller, options, fileName, isJson, state, names, count, summary, message, attempts, createdAt, at);
    }

    /** Returns a copy of the job with this number of attempts without a committed row. */
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

    /** Returns a copy of the job with this progress. Progress resets the number of attempts to 0. */
    public ImportJob at(ImportSummary soFar, Instant at) {
        ImportSummary counts =
                ImportSummary.counts(soFar.created(), soFar.updated(), soFar.skipped(), soFar.failed(), soFar.warned());
        return new ImportJob(
                id, caller, options, fileName, isJson, state, columns, rows, counts, message, 0, createdAt, at);
    }
}
