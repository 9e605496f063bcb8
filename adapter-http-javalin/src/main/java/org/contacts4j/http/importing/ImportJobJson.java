package org.contacts4j.http.importing;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contacts4j.application.importing.ImportJob;
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
 * @param progress the share of processed rows, from 0 to 1
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
        String updatedAt) {

    static ImportJobJson from(ImportJob job, List<ImportWarning> warnings) {
        boolean known = !job.columns().isEmpty();
        double done = job.rows() == 0 ? (known ? 1 : 0) : (double) job.summary().total() / job.rows();
        return new ImportJobJson(
                job.id().value(),
                EnumNames.of(job.state()),
                Printable.of(job.fileName()),
                job.options().file().charset(),
                known ? job.rows() : null,
                Math.round(1000 * done) / 1000.0,
                job.summary().total(),
                job.summary().created(),
                job.summary().updated(),
                job.summary().skipped(),
                job.summary().failed(),
                warnings.stream().map(ErrorJson::from).toList(),
                job.summary().warningsTruncated(),
                job.summary().warned(),
                job.message(),
                known && !job.isJson()
                        ? ImportFile.mappingOf(job.columns(), job.options().file())
                        : Map.of(),
                known && !job.isJson()
                        ? ImportFile.unmappedOf(job.columns(), job.options().file())
                        : List.of(),
                known && !job.isJson()
                        ? ImportFile.unmappedReasonsOf(
                                job.columns(), job.options().file())
                        : Map.of(),
                Timestamps.of(job.createdAt()),
                Timestamps.of(job.updatedAt()));
    }
}
