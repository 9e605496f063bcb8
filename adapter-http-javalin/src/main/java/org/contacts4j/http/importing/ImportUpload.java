package org.contacts4j.http.importing;

import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.contacts4j.http.server.Bodies;
import org.contacts4j.http.server.Form;
import org.contacts4j.http.server.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * A file that was uploaded, by itself or in a form.
 *
 * @param name what the sender calls it; empty when it has no name
 * @param fields the other fields of the form
 */
record ImportUpload(Path file, String name, boolean isJson, Map<String, List<String>> fields) {

    private static final Set<String> TABLES = Set.of(
            "text/csv",
            "application/csv",
            "text/plain",
            "text/tab-separated-values",
            "application/vnd.ms-excel",
            "application/octet-stream");

    /**
     * The upload of a request.
     *
     * @throws Refusal when it is neither JSON nor a table
     */
    static ImportUpload of(Context ctx) throws IOException {
        Path body = Bodies.upload(ctx);
        @Nullable String header = ctx.contentType();
        String type = header == null ? "" : plain(header);
        if (type.equals("multipart/form-data")) {
            return ofForm(Form.read(ctx, body, "file"));
        }
        return new ImportUpload(body, "", isJson(type, ""), new LinkedHashMap<>());
    }

    private static ImportUpload ofForm(Form form) {
        @Nullable Path file = form.file();
        if (file == null) {
            throw ImportFile.refuse("The form needs a field \"file\" with the file.");
        }
        return new ImportUpload(file, form.fileName(), isJson(plain(form.fileType()), form.fileName()), form.fields());
    }

    private static boolean isJson(String type, String name) {
        boolean json = type.equals("application/json") || type.endsWith("+json");
        if (!json && !TABLES.contains(type)) {
            throw Refusal.unsupportedMediaType(
                    "Send application/json, text/csv, or multipart/form-data with a file of one of these.");
        }
        return json || name.toLowerCase(Locale.ROOT).endsWith(".json");
    }

    private static String plain(String type) {
        return type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    ImportFile read() throws IOException {
        return isJson ? JsonFile.of(file) : CsvFile.of(file);
    }
}
