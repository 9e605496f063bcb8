package org.contacts4j.http.importing;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contacts4j.application.importing.ImportJob;
import org.contacts4j.application.importing.ImportState;
import org.contacts4j.application.importing.undo.ImportUndo;
import org.contacts4j.application.importing.warning.ImportWarning;
import org.contacts4j.domain.EnumNames;
import org.contacts4j.http.importing.ImportJson.ErrorJson;
import org.contacts4j.importing.ImportFile;
import org.contacts4j.json.Printable;
import org.contacts4j.json.Timestamps;
import org.jspecify.annotations.Nullable;

/**
 * The JSON of the progress of an import.
 *
 * @param rows the number of rows of the file; null while it is unknown
 * @param warningCount the number of warnings, including those that are not listed
 * @param mapping the field of each column of a table; empty while the columns are unknown
 * @param unmapped the ignored columns of a table; empty while the columns are unknown
 * @param unmappedReasons why columns of a table are ignored, as far as it is known
 * @param progress the share of processed rows, or of an undo the share of its contacts, from 0 to 1
 * @param undone the results of the undo so far; null unless the import is or was being undone
 */
record ImportJobJson(
        UUID id,
        String state,
        String fileName,
        @Nullable String encoding,
        @Nullable Long rows,
        double progress,
        long total,
        long created,
        long updated,
        long skipped,
        long failed,
        List<ErrorJson> warnings,
        boolean warningsTruncated,
        long warningCount,
        @Nullable String message,
        Map<String, String> mapping,
        List<String> unmapped,
        Map<String, String> unmappedReasons,
        String createdAt,
        String updatedAt,
        @Nullable UndoJson undone) {

    static ImportJobJson from(ImportJob job, List<ImportWarning> warnings) {
        boolean known = !job.columns().isEmpty() || job.state() == ImportState.DONE || job.undo() != null;
        boolean hasColumns = !job.columns().isEmpty() && !job.isJson();
        return new ImportJobJson(
                job.id().value(),
                EnumNames.of(job.state()),
                Printable.of(job.fileName()),
                job.options().file().charset(),
                known ? job.rows() : null,
                Math.round(1000 * progress(job, known)) / 1000.0,
                job.summary().total(),
                job.summary().created(),
                job.summary().updated(),
                job.summary().skipped(),
                job.summary().failed(),
                warnings.stream()
                        .map(warning -> ErrorJson.of(warning.row(), warning.fault(), job.columns()))
                        .toList(),
                job.summary().warningsTruncated(),
                job.summary().warned(),
                job.message(),
                hasColumns ? ImportFile.mappingOf(job.columns(), job.options().file()) : Map.of(),
                hasColumns ? ImportFile.unmappedOf(job.columns(), job.options().file()) : List.of(),
                hasColumns
                        ? ImportFile.unmappedReasonsOf(
                                job.columns(), job.options().file())
                        : Map.of(),
                Timestamps.of(job.createdAt()),
                Timestamps.of(job.updatedAt()),
                job.undo() == null ? null : UndoJson.from(job.undo()));
    }

    /** Returns the share of processed rows or, of an undo, of the contacts that the rows changed. */
    private static double progress(ImportJob job, boolean known) {
        @Nullable ImportUndo undo = job.undo();
        if (undo == null) {
            return job.rows() == 0 ? (known ? 1 : 0) : (double) job.summary().total() / job.rows();
        }
        long changed = job.summary().created() + job.summary().updated();
        return job.state() == ImportState.UNDONE || changed == 0 ? 1 : (double) undo.contacts() / changed;
    }

    /** The results of an undo so far: the numbers of contacts. */
    record UndoJson(long removed, long restored, long kept) {

        static UndoJson from(ImportUndo undo) {
            return new UndoJson(undo.removed(), undo.restored(), undo.kept());
        }
    }
}
