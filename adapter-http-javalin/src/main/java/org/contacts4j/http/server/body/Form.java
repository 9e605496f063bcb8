package org.contacts4j.http.server.body;

import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.http.server.error.Refusal;
import org.contacts4j.http.server.request.MediaTypes;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.http.MultiPartFormData;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.Blocker;
import org.jspecify.annotations.Nullable;

/**
 * A form with at most one file (RFC 7578).
 *
 * @param file the path of the file, which exists until the response is complete; null when the form has no file
 * @param fileName the file name as sent, which may be a path; empty when the file has no name
 * @param fileType the media type of the file as sent; {@code text/csv} when none was sent
 * @param fields the text values of all other fields, in the order sent
 */
public record Form(@Nullable Path file, String fileName, String fileType, Map<String, List<String>> fields) {

    private static final int MAX_PARTS = 300;
    private static final int MAX_FIELD_BYTES = 64 * 1024;
    private static final int MAX_BYTES_OF_ALL_FIELDS = 1024 * 1024;

    /** Larger parts are stored in files, so that many of them do not exhaust the memory. */
    private static final int MAX_BYTES_IN_MEMORY = 4 * 1024;

    /** The maximum size of a form without its file, in bytes. */
    public static final long MAX_OVERHEAD = 2L * MAX_BYTES_OF_ALL_FIELDS;

    /**
     * Returns the path of the file.
     *
     * @throws NullPointerException when the form has no file
     */
    public Path content() {
        return Objects.requireNonNull(file);
    }

    /**
     * Reads a form from the file that stores the upload.
     *
     * @param fileFields the accepted names of the file's field
     * @throws Refusal when the request has another media type, or when the disk is full
     * @throws ContactsFailure.Invalid when the body is not a valid form, or a field is too long
     */
    public static Form read(Context ctx, String... fileFields) throws IOException {
        Bodies.refuseUnknownCharset(ctx);
        if (!MediaTypes.plain(MediaTypes.of(ctx)).equals(MediaTypes.MULTIPART) && !Bodies.isEmpty(ctx)) {
            throw Refusal.unsupportedMediaType("Send a form: " + MediaTypes.MULTIPART + ".");
        }
        Path body = Bodies.upload(ctx);
        if (!TemporaryFiles.hasSpaceFor(Files.size(body))) {
            throw Refusal.busy("The server cannot take files now. Try again in a while.");
        }
        @Nullable String boundary = MultiPart.extractBoundary(String.valueOf(MediaTypes.of(ctx)));
        if (boundary == null) {
            throw new ContactsFailure.Invalid("body", "is a form without a boundary");
        }
        MultiPartFormData.Parser parser = new MultiPartFormData.Parser(boundary);
        parser.setMaxParts(MAX_PARTS);
        parser.setMaxMemoryFileSize(MAX_BYTES_IN_MEMORY);
        parser.setFilesDirectory(body.getParent());
        parser.setMaxLength(-1);
        parser.setMaxFileSize(-1);
        try (MultiPartFormData.Parts parts = parse(parser, body)) {
            return of(ctx, parts, Set.of(fileFields));
        }
    }

    private static MultiPartFormData.Parts parse(MultiPartFormData.Parser parser, Path body) throws IOException {
        try {
            return Blocker.blockWithPromise(promise -> parser.parse(Content.Source.from(body), promise));
        } catch (IOException | RuntimeException e) {
            if (e.getClass() == IOException.class || e instanceof FileSystemException) {
                throw e; // not a malformed form: a part could not be stored
            }
            throw new ContactsFailure.Invalid("body", "is not multipart/form-data as RFC 7578 has it");
        }
    }

    private static Form of(Context ctx, MultiPartFormData.Parts parts, Set<String> fileFields) throws IOException {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        @Nullable Path file = null;
        String name = "";
        String type = "";
        long bytesLeft = MAX_BYTES_OF_ALL_FIELDS;
        for (MultiPart.Part part : parts) {
            String field = String.valueOf(part.getName());
            if (fileFields.contains(field) && file == null) {
                file = saved(ctx, part);
                @Nullable String sentName = part.getFileName();
                name = sentName == null ? "" : sentName;
                @Nullable String sent = part.getHeaders().get("Content-Type");
                type = sent == null ? "text/csv" : sent;
            } else if (part.getLength() <= Math.min(MAX_FIELD_BYTES, bytesLeft)) {
                bytesLeft -= part.getLength();
                fields.computeIfAbsent(field, first -> new ArrayList<>())
                        .add(part.getContentAsString(StandardCharsets.UTF_8));
            } else {
                throw new ContactsFailure.Invalid(field, "is too long");
            }
        }
        return new Form(file, name, type, fields);
    }

    private static Path saved(Context ctx, MultiPart.Part part) throws IOException {
        Path file = Files.createTempFile("contacts4j-file", null);
        BodyBufferingHandler.deleteAfterwards(ctx, file);
        part.writeTo(file);
        return file;
    }
}
