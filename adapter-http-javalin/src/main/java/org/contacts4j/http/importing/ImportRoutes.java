package org.contacts4j.http.importing;

import static org.contacts4j.http.auth.Authentication.callerOf;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.contacts4j.application.customfield.CustomFieldService;
import org.contacts4j.application.importing.ImportOptions;
import org.contacts4j.application.importing.ImportService;
import org.contacts4j.application.importing.ImportSummary;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.http.server.error.Refusal;
import org.contacts4j.http.server.request.QueryParameters;
import org.contacts4j.http.server.response.Responses;
import org.contacts4j.http.server.route.Routes;
import org.contacts4j.importing.ImportFile;
import org.contacts4j.importing.ImportFile.Rows;
import org.contacts4j.json.Json;

/** The route of synchronous imports in the canonical API. One import of an organization runs at a time. */
public final class ImportRoutes {

    /** The size limit of a file in bytes, for synchronous and background imports. */
    public static final long MAX_BYTES = 1024L * 1024 * 1024;

    /** The row limit of synchronous imports. */
    private static final long MAX_ROWS = 1_000_000;

    /**
     * The limit of concurrent imports. Each import occupies a thread until it ends; other requests use the remaining
     * threads.
     */
    private static final int MAX_CONCURRENT = 8;

    private static final String IMPORT = "/contacts/import";
    private static final Json.Writer<ImportJson> SUMMARY = Json.writerOf(ImportJson.class);

    private final ImportService imports;
    private final CustomFieldLabels labels;
    private final Semaphore running = new Semaphore(MAX_CONCURRENT);
    private final Set<OrganizationId> importing = ConcurrentHashMap.newKeySet();

    public ImportRoutes(ImportService imports, CustomFieldService customFields) {
        this.imports = imports;
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
                && (path.equals(IMPORT) || path.equals(IMPORT + "/"))
                && ImportUpload.takes(mediaType);
    }

    public void addTo(Routes routes) {
        routes.postInSeveralTransactions(IMPORT, this::run);
    }

    /** Responds after the permits are released, so that the client can send its next import at once. */
    private void run(Context ctx) throws IOException {
        Responses.json(ctx, 200, runWithPermit(ctx, callerOf(ctx)));
    }

    private byte[] runWithPermit(Context ctx, Caller caller) throws IOException {
        if (!running.tryAcquire()) {
            throw Refusal.busy("Too many imports are running. Try again in a while.");
        }
        try {
            return runExclusively(ctx, caller);
        } finally {
            running.release();
        }
    }

    /** Runs an import unless one of the organization is running: they would only wait for each other's row locks. */
    private byte[] runExclusively(Context ctx, Caller caller) throws IOException {
        if (!importing.add(caller.organization())) {
            throw Refusal.busy(
                    "An import of your organization is running already. Try again in a while, or send the file to"
                            + " /imports: imports that run by themselves wait for each other.");
        }
        try {
            return run(ctx, caller);
        } finally {
            importing.remove(caller.organization());
        }
    }

    private byte[] run(Context ctx, Caller caller) throws IOException {
        ImportUpload upload = ImportUpload.of(ctx);
        ImportOptions sent = labels.keyed(caller, upload.options(QueryParameters.of(ctx)));
        ImportFile file = upload.read(sent.file());
        ImportOptions options = labels.keyed(caller, ImportParameters.read(file.members(), sent));
        if (!options.file().equals(sent.file())) {
            file = upload.read(options.file());
        }
        if (file.count() > MAX_ROWS) {
            throw ImportUpload.unreadable(
                    "The file has " + file.count() + " rows; " + MAX_ROWS + " are the most at once.");
        }
        try (Rows rows = file.rows()) {
            ImportSummary summary = imports.run(caller, options, upload.name(), rows);
            return SUMMARY.write(ImportJson.from(summary, options, file));
        }
    }
}
