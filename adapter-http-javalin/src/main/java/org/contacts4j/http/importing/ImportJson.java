package org.contacts4j.http.importing;

import java.util.List;
import java.util.Map;
import org.contacts4j.application.importing.ImportOptions;
import org.contacts4j.application.importing.ImportSummary;
import org.contacts4j.application.importing.RowError;
import org.contacts4j.importing.ImportFile;
import org.contacts4j.json.Printable;
import org.contacts4j.json.canonical.ContactJson;

/** The JSON of the result of an import. */
record ImportJson(
        boolean dryRun,
        long total,
        long created,
        long updated,
        long skipped,
        long failed,
        List<ErrorJson> errors,
        boolean errorsTruncated,
        Map<String, String> mapping,
        List<String> unmapped) {

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
                file.mapping(),
                file.unmapped());
    }

    record ErrorJson(long row, String field, String message) {

        static ErrorJson from(RowError error) {
            return new ErrorJson(
                    error.row(),
                    Printable.of(ContactJson.pathOf(error.fault().field())),
                    Printable.of(error.fault().message()));
        }
    }
}
