package org.contacts4j.http.server;

import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.contacts4j.domain.ContactsFailure;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.http.MultiPartFormData;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.Blocker;
import org.jspecify.annotations.Nullable;

/**
 * A form with one file (RFC 7578).
 *
 * @param file where the file is, until the request is answered; null when the form has none
 * @param fileName what the sender calls it, be it a path; empty when it has no name
 * @param fileType its media type, as the sender says
 * @param fields the texts of all other fields
 */
public record Form(@Nullable Path file, String fileName, String fileType, Map<String, String> fields) {

    private static final String TYPE = "multipart/form-data";
    private static final int MAX_PARTS = 20;
    private static final int MAX_FIELD_BYTES = 64 * 1024;

    /** How many bytes a form may have besides its file. */
    public static final long MAX_OVERHEAD = 2L * MAX_PARTS * MAX_FIELD_BYTES;

    /**
     * Reads a form from the file that it was stored in.
     *
     * @throws Refusal when the request says that it is something else
     * @throws ContactsFailure.Invalid when it cannot be read as one
     */
    public static Form read(Context ctx, Path body, String fileField) throws IOException {
        String type = String.valueOf(ctx.contentType()).strip();
        if (!type.regionMatches(true, 0, TYPE, 0, TYPE.length())) {
            throw Refusal.unsupportedMediaType("Send a form: " + TYPE + ".");
        }
        @Nullable String boundary = MultiPart.extractBoundary(type);
        if (boundary == null) {
            throw new ContactsFailure.Invalid("body", "is a form without a boundary");
        }
        MultiPartFormData.Parser parser = new MultiPartFormData.Parser(boundary);
        parser.setMaxParts(MAX_PARTS);
        parser.setMaxMemoryFileSize(MAX_FIELD_BYTES);
        parser.setFilesDirectory(body.getParent());
        parser.setMaxLength(-1);
        parser.setMaxFileSize(-1);
        try (MultiPartFormData.Parts parts = parse(parser, body)) {
            return of(ctx, parts, fileField);
        }
    }

    private static MultiPartFormData.Parts parse(MultiPartFormData.Parser parser, Path body) {
        try {
            return Blocker.blockWithPromise(promise -> parser.parse(Content.Source.from(body), promise));
        } catch (IOException | RuntimeException e) {
            throw new ContactsFailure.Invalid("body", "is not multipart/form-data as RFC 7578 has it");
        }
    }

    private static Form of(Context ctx, MultiPartFormData.Parts parts, String fileField) throws IOException {
        Map<String, String> fields = new LinkedHashMap<>();
        @Nullable Path file = null;
        String name = "";
        String type = "";
        for (MultiPart.Part part : parts) {
            if (fileField.equals(part.getName()) && file == null) {
                file = kept(ctx, part);
                @Nullable String sentName = part.getFileName();
                name = sentName == null ? "" : sentName;
                @Nullable String sent = part.getHeaders().get("Content-Type");
                type = sent == null ? "text/csv" : sent;
            } else if (part.getLength() <= MAX_FIELD_BYTES) {
                fields.put(String.valueOf(part.getName()), part.getContentAsString(StandardCharsets.UTF_8));
            } else {
                throw new ContactsFailure.Invalid(String.valueOf(part.getName()), "is too long");
            }
        }
        return new Form(file, name, type, fields);
    }

    private static Path kept(Context ctx, MultiPart.Part part) throws IOException {
        Path file = Files.createTempFile("contacts4j-file", null);
        WholeBodies.deleteAfterwards(ctx, file);
        part.writeTo(file);
        return file;
    }
}
