package org.contacts4j.http.importing;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contacts4j.application.importing.ImportId;
import org.contacts4j.application.importing.ImportOptions;
import org.contacts4j.application.importing.ImportSummary;
import org.contacts4j.application.importing.RowError;
import org.contacts4j.importing.ImportFile;
import org.contacts4j.json.Printable;
import org.jspecify.annotations.Nullable;

/**
 * The JSON of the result of an import.
 *
 * @param importId the id by which the import can be undone; null for a dry run
 * @param columns the columns with sample values, for a dry run; otherwise empty
 */
record ImportJson(
        @Nullable UUID importId,
        boolean dryRun,
        long total,
        long created,
        long updated,
        long skipped,
        long failed,
        List<ErrorJson> errors,
        boolean errorsTruncated,
        List<ErrorJson> warnings,
        boolean warningsTruncated,
        String encoding,
        Map<String, String> mapping,
        List<String> unmapped,
        List<ImportFile.Column> columns) {

    static ImportJson from(ImportSummary summary, ImportOptions options, ImportFile file) {
        @Nullable ImportId id = summary.id();
        return new ImportJson(
                id == null ? null : id.value(),
                options.dryRun(),
                summary.total(),
                summary.created(),
                summary.updated(),
                summary.skipped(),
                summary.failed(),
                errors(summary.errors(), file),
                summary.truncated(),
                errors(summary.warnings(), file),
                summary.warningsTruncated(),
                file.encoding(),
                file.mapping(),
                file.unmapped(),
                options.dryRun() ? file.samples() : List.of());
    }

    private static List<ErrorJson> errors(List<RowError> errors, ImportFile file) {
        return errors.stream()
                .map(error -> new ErrorJson(
                        error.row(),
                        Printable.of(
                                ImportFile.nameIn(file.columns(), error.fault().field())),
                        Printable.of(error.fault().message())))
                .toList();
    }

    record ErrorJson(long row, String field, String message) {}
}
