package org.contacts4j.application.importing;

import java.time.Instant;
import java.util.List;
import org.contacts4j.application.importing.undo.ImportUndo;
import org.contacts4j.domain.organization.Caller;
import org.jspecify.annotations.Nullable;

/**
 * An import of rows or of a file, in a request or in the background.
 *
 * @param caller the caller who submitted it; the import runs with the permissions the caller had then
 * @param fileName the file name the client sent; empty if none
 * @param isJson whether the file is JSON; otherwise it is a table
 * @param columns the names of the table's columns, once they are known; empty for an import in a request
 * @param rows the number of rows in the file, once it is known
 * @param summary the results of the rows so far, without errors and warnings
 * @param message why the import or its undo failed; null unless one failed
 * @param attempts the number of attempts since a row was last committed
 * @param undo the results of its undo so far; null unless it is or was being undone
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
        Instant updatedAt,
        @Nullable ImportUndo undo) {

    public ImportJob {
        columns = List.copyOf(columns);
    }

    /** Returns a new job whose request has not ended. */
    static ImportJob receiving(
            ImportId id, Caller caller, ImportOptions options, String fileName, boolean isJson, Instant now) {
        return new ImportJob(
                id,
                caller,
                options,
                fileName,
                isJson,
                ImportState.RECEIVING,
                List.of(),
                0,
                ImportSummary.NOTHING,
                null,
                0,
                now,
                now,
                null);
    }

    /** Returns a copy of the job in this state. */
    public ImportJob in(ImportState next, @Nullable String why, Instant at) {
        return with(next, columns, rows, summary, why, attempts, at, undo);
    }

    /** Returns a copy of the job with the columns and the number of rows of its file. */
    public ImportJob over(List<String> names, long count, Instant at) {
        return with(state, names, count, summary, message, attempts, at, undo);
    }

    /** Returns a copy of the job with this number of attempts without a committed row. */
    public ImportJob after(int attemptsNow) {
        return with(state, columns, rows, summary, message, attemptsNow, updatedAt, undo);
    }

    /** Returns a copy of the job with this progress. Progress resets the number of attempts to 0. */
    public ImportJob at(ImportSummary soFar, Instant at) {
        ImportSummary counts =
                ImportSummary.counts(soFar.created(), soFar.updated(), soFar.skipped(), soFar.failed(), soFar.warned());
        return with(state, columns, rows, counts, message, 0, at, undo);
    }

    /** Returns a copy of the job with this progress of its undo. Progress resets the number of attempts to 0. */
    public ImportJob undoing(ImportUndo soFar, Instant at) {
        return with(ImportState.UNDOING, columns, rows, summary, message, 0, at, soFar);
    }

    private ImportJob with(
            ImportState newState,
            List<String> newColumns,
            long newRows,
            ImportSummary newSummary,
            @Nullable String newMessage,
            int newAttempts,
            Instant at,
            @Nullable ImportUndo newUndo) {
        return new ImportJob(
                id,
                caller,
                options,
                fileName,
                isJson,
                newState,
                newColumns,
                newRows,
                newSummary,
                newMessage,
                newAttempts,
                createdAt,
                at,
                newUndo);
    }
}
