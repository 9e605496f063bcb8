package org.contacts4j.http.importing;

import java.util.List;
import java.util.Map;
import org.contacts4j.application.importing.ImportOptions;
import org.contacts4j.application.importing.ImportSummary;
import org.contacts4j.application.importing.RowError;
import org.contacts4j.application.importing.warning.ImportWarning;
import org.contacts4j.domain.validation.Fault;
import org.contacts4j.importing.ImportFile;
import org.contacts4j.json.Printable;
import org.contacts4j.json.canonical.ContactJson;

/**
 * The JSON of the result of an import.
 *
 * @param warningCount the number of warnings, including those that are not listed
 * @param columns the columns with sample values, for a dry run; otherwise empty
 */
record ImportJson(
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
        return new ImportJson(
                options.dryRun(),
                summary.total(),
                summary.created(),
                summary.updated(),
                summary.skipped(),
                summary.failed(),
                summary.errors().stream().map(ErrorJson::from).toList(),
                summary.truncated(),
                summary.warnings().stream().map(ErrorJson::from).toList(),
                summary.warningsTruncated(),
                summary.warned(),
                file.encoding(),
                file.mapping(),
                file.unmapped(),
                file.unmappedReasons(),
                options.dryRun() ? file.samples() : List.of());
    }

    record ErrorJson(long row, String field, String message) {

        static ErrorJson from(RowError error) {
            return of(error.row(), error.fault());
        }

        static ErrorJson from(ImportWarning warning) {
            return of(warning.row(), warning.fault());
        }

        private static ErrorJson of(long row, Fault fault) {
            return new ErrorJson(row, Printable.of(ContactJson.pathOf(fault.field())), Printable.of(fault.message()));
        }
    }
}
