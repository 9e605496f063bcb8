package org.contacts4j.http.importing;

import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.contacts4j.application.importing.FileOptions;
import org.contacts4j.application.importing.ImportOptions;
import org.contacts4j.http.server.body.Bodies;
import org.contacts4j.http.server.body.Form;
import org.contacts4j.http.server.error.Refusal;
import org.contacts4j.http.server.request.MediaTypes;
import org.contacts4j.http.server.request.QueryParameters;
import org.contacts4j.importing.ImportFile;
import org.contacts4j.importing.UnreadableFile;
import org.jspecify.annotations.Nullable;

/**
 * An uploaded file, sent as the body or in a form.
 *
 * @param name the file name that the client sent; empty when it sent none
 * @param charset the name of the encoding that the body or the part of the form declares; null if none
 * @param fields the other fields of the form
 */
record ImportUpload(
        Path file, String name, boolean isJson, @Nullable String charset, Map<String, List<String>> fields) {

    private static final Set<String> OTHERS = Set.of(
            "text/csv",
            "application/csv",
            "text/plain",
            "text/tab-separated-values",
            "application/vnd.ms-excel",
            "application/octet-stream",
            "text/vcard",
            "text/x-vcard",
            "text/directory");

    private static final Set<String> JSON_LINES =
            Set.of("application/jsonl", "application/x-ndjson", "application/x-jsonlines");

    /**
     * Reads the upload of a request.
     *
     * @throws Refusal when the file is neither JSON nor a table nor vCards, or its encoding is unknown
     */
    static ImportUpload of(Context ctx) throws IOException {
        String type = MediaTypes.plain(MediaTypes.of(ctx));
        if (type.equals(MediaTypes.MULTIPART)) {
            return ofForm(Form.read(ctx, "file"));
        }
        if (!takes(type) && !Bodies.isEmpty(ctx)) {
            throw unsupported();
        }
        return new ImportUpload(
                Bodies.upload(ctx),
                "",
                isJson(type, ""),
                DeclaredCharset.of(MediaTypes.of(ctx)),
                new LinkedHashMap<>());
    }

    /** Returns whether a body of this media type, without parameters, may contain an import. */
    static boolean takes(String mediaType) {
        return mediaType.equals(MediaTypes.MULTIPART) || isJson(mediaType) || OTHERS.contains(mediaType);
    }

    private static ImportUpload ofForm(Form form) {
        @Nullable Path file = form.file();
        if (file == null) {
            throw unreadable("The form needs a field \"file\" with the file.");
        }
        return new ImportUpload(
                file,
                form.fileName(),
                isJson(MediaTypes.plain(form.fileType()), form.fileName()),
                DeclaredCharset.of(form.fileType()),
                form.fields());
    }

    private static boolean isJson(String type, String name) {
        if (!isJson(type) && !OTHERS.contains(type)) {
            throw unsupported();
        }
        String lower = name.toLowerCase(Locale.ROOT);
        return isJson(type) || lower.endsWith(".json") || lower.endsWith(".jsonl") || lower.endsWith(".ndjson");
    }

    private static boolean isJson(String type) {
        return type.equals("application/json") || type.endsWith("+json") || JSON_LINES.contains(type);
    }

    private static Refusal unsupported() {
        return Refusal.unsupportedMediaType(
                "Send application/json, application/jsonl, text/csv, text/vcard, or multipart/form-data with a file of one of these.");
    }

    /** Returns the options of an import of this file, from the query and the other fields of the form. */
    ImportOptions options(QueryParameters query) {
        fields.forEach((name, values) -> values.forEach(value -> query.add(name, value)));
        ImportOptions options = ImportParameters.read(query);
        return options.with(options.file().in(charset, null));
    }

    /**
     * Reads the file to its end.
     *
     * @throws Refusal when the file is not a table or list of contacts
     */
    ImportFile read(FileOptions options) throws IOException {
        try {
            return ImportFile.read(file, isJson, options);
        } catch (UnreadableFile e) {
            throw unreadable(String.valueOf(e.getMessage()));
        }
    }

    /** Returns the refusal of a file that cannot be imported. */
    static Refusal unreadable(String message) {
        return Refusal.of(Refusal.Reason.UNREADABLE_FILE, message);
    }
}
