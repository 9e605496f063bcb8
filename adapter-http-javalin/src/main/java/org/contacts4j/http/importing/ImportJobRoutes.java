package org.contacts4j.http.importing;

import static org.contacts4j.http.auth.Authentication.callerOf;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;
import org.contacts4j.application.customfield.CustomFieldService;
import org.contacts4j.application.importing.ImportId;
import org.contacts4j.application.importing.ImportJob;
import org.contacts4j.application.importing.ImportJobService;
import org.contacts4j.application.importing.ImportOptions;
import org.contacts4j.application.importing.undo.ImportUndoService;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.http.server.request.QueryParameters;
import org.contacts4j.http.server.response.Responses;
import org.contacts4j.http.server.route.Routes;
import org.contacts4j.importing.ErrorsCsv;
import org.contacts4j.importing.ImportFile;
import org.contacts4j.json.Json;
import org.jspecify.annotations.Nullable;

/** The routes of background imports in the canonical API. */
public final class ImportJobRoutes {

    private static final String IMPORTS = "/imports";
    private static final int PAGE = 100;
    private static final Json.Writer<ImportJobJson> JOB = Json.writerOf(ImportJobJson.class);

    private static final Json.Writer<KeptContactsJson> KEPT = Json.writerOf(KeptContactsJson.class);

    /** The maximum number of listed contacts. The count includes all of them. */
    private static final int MAX_KEPT = 1_000;

    private final ImportJobService jobs;
    private final ImportUndoService undo;
    private final CustomFieldLabels labels;

    public ImportJobRoutes(ImportJobService jobs, ImportUndoService undo, CustomFieldService customFields) {
        this.jobs = jobs;
        this.undo = undo;
        this.labels = new CustomFieldLabels(customFields);
    }

    /**
     * Returns whether a request uploads a file.
     *
     * @param path the path without the prefix of the routes
     * @param mediaType the media type of the body, without parameters
     */
    public static boolean acceptsFile(String method, String path, String mediaType) {
        return method.equals("POST")
                && (path.equals(IMPORTS) || path.equals(IMPORTS + "/"))
                && ImportUpload.takes(mediaType);
    }

    public void addTo(Routes routes) {
        routes.post(IMPORTS, this::submit)
                .get(IMPORTS + "/{id}", this::get)
                .get(IMPORTS + "/{id}/errors.csv", this::errors)
                .post(IMPORTS + "/{id}/undo", this::undo)
                .get(IMPORTS + "/{id}/kept", this::kept);
    }

    /** Stores an import job. The file is validated first, so that an unreadable file is rejected in the response. */
    private void submit(Context ctx) throws IOException {
        Caller caller = callerOf(ctx);
        ImportUpload upload = ImportUpload.of(ctx);
        ImportOptions sent = labels.keyed(caller, upload.options(QueryParameters.of(ctx)));
        ImportFile read = upload.read(sent.file());
        ImportOptions options = labels.keyed(caller, ImportParameters.read(read.members(), sent));
        options = options.with(options.file().in(read.encoding(), read.separator()));
        try (InputStream file = Files.newInputStream(upload.file())) {
            ImportJob job = jobs.submit(caller, options, upload.name(), upload.isJson(), file);
            ctx.header("Location", "/api/v1/imports/" + job.id());
            Responses.json(ctx, 202, JOB.write(ImportJobJson.from(job, List.of())));
        }
    }

    private void get(Context ctx) {
        ImportJob job = job(ctx);
        Responses.json(ctx, 200, JOB.write(ImportJobJson.from(job, jobs.warnings(callerOf(ctx), job))));
    }

    private void errors(Context ctx) throws IOException {
        ImportJob job = job(ctx);
        ctx.header("Content-Disposition", "attachment; filename=\"errors.csv\"").contentType("text/csv;charset=utf-8");
        @Nullable Character separator = job.options().file().separator();
        ErrorsCsv.write(
                job.columns(), separator, after -> jobs.failures(callerOf(ctx), job, after, PAGE), ctx.outputStream());
    }

    private void undo(Context ctx) {
        ImportJob job = undo.undo(callerOf(ctx), id(ctx));
        ctx.header("Location", "/api/v1/imports/" + job.id());
        Responses.json(ctx, 202, JOB.write(ImportJobJson.from(job, jobs.warnings(callerOf(ctx), job))));
    }

    private void kept(Context ctx) {
        Responses.json(
                ctx, 200, KEPT.write(KeptContactsJson.from(undo.kept(callerOf(ctx), id(ctx), MAX_KEPT + 1), MAX_KEPT)));
    }

    private ImportJob job(Context ctx) {
        return jobs.get(callerOf(ctx), id(ctx));
    }

    private static ImportId id(Context ctx) {
        return ImportId.parse(ctx.pathParam("id"));
    }
}
