package org.contacts4j.contract.importing;

import static org.contacts4j.application.WorkerContexts.workerOf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.contacts4j.application.importing.FileOptions;
import org.contacts4j.application.importing.ImportId;
import org.contacts4j.application.importing.ImportJob;
import org.contacts4j.application.importing.ImportOptions;
import org.contacts4j.application.importing.ImportRow;
import org.contacts4j.application.importing.matching.MatchBy;
import org.contacts4j.application.importing.undo.KeptContact;
import org.contacts4j.application.importing.undo.KeptContact.Reason;
import org.contacts4j.contract.TestOrganization;
import org.contacts4j.contract.importing.Importing.Row;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.organization.Caller;

/** A fixture that runs imports in the background and undoes them. */
record UndoneImports(TestOrganization home, Caller caller) {

    static UndoneImports in(TestOrganization home) {
        return new UndoneImports(home, home.ada());
    }

    UndoneImports as(Caller other) {
        return new UndoneImports(home, other);
    }

    /** Runs an import that updates contacts with the same e-mail address. */
    ImportId run(Row... rows) {
        return run(MatchBy.EMAIL, rows);
    }

    ImportId run(MatchBy matchBy, Row... rows) {
        return run(matchBy, numbered(rows));
    }

    /** Runs an import. When this method returns, the time is later than that of all its changes. */
    ImportId run(MatchBy matchBy, List<ImportRow> rows) {
        ImportJob job = submit(matchBy);
        ImportJob claimed =
                workerOf(home.contacts4j()).importJobs().claim(home.id()).orElseThrow();
        workerOf(home.contacts4j())
                .importJobs()
                .run(home.id(), claimed, List.of("email"), rows.size(), rows.iterator());
        Instant end = Instant.now();
        while (Instant.now().isBefore(end.plusMillis(1))) {
            Thread.onSpinWait();
        }
        return job.id();
    }

    /** Stores a job that waits to be run. */
    ImportJob submit(MatchBy matchBy) {
        try {
            ImportOptions options = new ImportOptions(matchBy, true, false, List.of(), true, FileOptions.DEFAULT);
            return home.contacts4j()
                    .importJobs()
                    .submit(caller, options, "people.csv", false, new ByteArrayInputStream(new byte[] {1}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Row[] rows(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Row.mailing("m" + i + "@x.org"))
                .toArray(Row[]::new);
    }

    static List<ImportRow> numbered(Row... rows) {
        List<ImportRow> numbered = new ArrayList<>();
        Arrays.stream(rows)
                .forEach(row -> numbered.add(new ImportRow(numbered.size() + 2, row.id(), row.fields(), List.of())));
        return numbered;
    }

    /** Undoes an import completely. */
    ImportJob undo(ImportId id) {
        home.contacts4j().importUndo().undo(caller, id);
        continueUndo();
        return get(id);
    }

    /** Runs the remaining batches of an undo, as a worker does. */
    void continueUndo() {
        ImportJob claimed =
                workerOf(home.contacts4j()).importJobs().claim(home.id()).orElseThrow();
        workerOf(home.contacts4j()).importJobs().undo(home.id(), claimed, () -> {});
    }

    ImportJob get(ImportId id) {
        return home.contacts4j().importJobs().get(caller, id);
    }

    /** Returns the numbers of removed, restored and kept contacts. */
    static List<Long> counts(ImportJob job) {
        return List.of(job.undo().removed(), job.undo().restored(), job.undo().kept());
    }

    Map<ContactId, Reason> reasons(ImportId id) {
        Map<ContactId, Reason> reasons = new LinkedHashMap<>();
        kept(id).forEach(kept -> reasons.put(kept.id(), kept.reason()));
        return reasons;
    }

    List<KeptContact> kept(ImportId id) {
        return home.contacts4j().importUndo().kept(caller, id, 1_000);
    }
}
