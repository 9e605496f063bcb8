package org.contacts4j.http.importing;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contacts4j.application.importing.ImportId;
import org.contacts4j.application.importing.ImportOptions;
import org.contacts4j.application.importing.ImportSummary;
import org.contacts4j.application.importing.RowError;
import org.contacts4j.application.importing.warning.ImportWarning;
import org.contacts4j.domain.validation.Fault;
import org.contacts4j.importing.ImportFile;
import org.contacts4j.json.Printable;
import org.jspecify.annotations.Nullable;

/**
 * The JSON of the result of an import.
 *
 * @param importId the id by which the import can be undone; null for a dry run
 * @param warningCount the number of warnings, including those that are not listed
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
        long warningCount,
        String encoding,
        Map<String, String> mapping,
        List<String> unmapped,
        Map<String, String> unmappedReasons,
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
                warnings(summary.warnings(), file.columns()),
                summary.warningsTruncated(),
                summary.warned(),
                file.encoding(),
                file.mapping(),
                file.unmapped(),
                file.unmappedReasons(),
                options.dryRun() ? file.samples() : List.of());
    }

    private static List<ErrorJson> errors(List<RowError> errors, ImportFile file) {
        return errors.stream()
                .map(error -> ErrorJson.of(error.row(), error.fault(), file.columns()))
                .toList();
    }

    private static List<ErrorJson> warnings(List<ImportWarning> warnings, List<String> columns) {
        return warnings.stream()
                .map(warning -> ErrorJson.of(warning.row(), warning.fault(), columns))
                .toList();
    }

    record ErrorJson(long row, String field, String message) {

        static ErrorJson of(long row, Fault fault, List<String> columns) {
            return new ErrorJson(
                    row, Printable.of(ImportFile.nameIn(columns, fault.field())), Printable.of(fault.message()));
        }
    }
}
