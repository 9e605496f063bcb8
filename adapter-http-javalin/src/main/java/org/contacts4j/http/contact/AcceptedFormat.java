package org.contacts4j.http.contact;

import io.javalin.http.Context;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.contacts4j.exporting.ExportFormat;
import org.contacts4j.http.server.error.Refusal;
import org.contacts4j.http.server.request.MediaTypes;
import org.jspecify.annotations.Nullable;

/** The file format that a request asks for in its {@code Accept} header (RFC 9110 section 12.5.1). */
final class AcceptedFormat {

    private static final Set<String> JSON = Set.of("application/json", "application/*", "*/*");
    private static final String TYPES =
            "application/json, text/csv, application/jsonl, text/vcard and" + " application/vcard+json";

    private AcceptedFormat() {}

    /**
     * Returns the format with the highest quality. Empty for JSON, which is also the response to clients that accept
     * anything.
     *
     * @throws Refusal if the client accepts no known type
     */
    static Optional<ExportFormat> of(Context ctx) {
        @Nullable String header = ctx.header("Accept");
        if (header == null || header.isBlank()) {
            return Optional.empty();
        }
        Optional<ExportFormat> best = Optional.empty();
        double highest = 0;
        for (String item : header.split(",")) {
            String type = MediaTypes.plain(item);
            Optional<ExportFormat> format = formatOf(type, item);
            boolean isKnown = format.isPresent() || JSON.contains(type);
            double quality = quality(item);
            if (isKnown && quality > highest) {
                best = format;
                highest = quality;
            }
        }
        if (highest == 0) {
            throw Refusal.notAcceptable(TYPES);
        }
        return best;
    }

    /** Adds {@code Accept} to the request headers that select the response. */
    static void putVary(Context ctx) {
        ctx.res().setHeader("Vary", ctx.res().getHeader("Vary") + ", Accept");
    }

    /** @param item the media type with its parameters */
    private static Optional<ExportFormat> formatOf(String type, String item) {
        return Optional.ofNullable(
                switch (type) {
                    case "text/csv", "text/*" -> ExportFormat.CSV;
                    case "application/jsonl", "application/x-ndjson", "application/x-jsonlines" ->
                        ExportFormat.JSON_LINES;
                    case "text/vcard", "text/x-vcard", "text/directory" ->
                        item.replace("\"", "").replace(" ", "").contains("version=4.0")
                                ? ExportFormat.VCARD_4
                                : ExportFormat.VCARD_3;
                    case "application/vcard+json" -> ExportFormat.JCARD;
                    default -> null;
                });
    }

    private static double quality(String item) {
        for (String parameter : item.toLowerCase(Locale.ROOT).split(";")) {
            String[] parts = parameter.strip().split("=", 2);
            if (parts.length == 2 && parts[0].equals("q")) {
                return parts[1].matches("0(\\.\\d{0,3})?|1(\\.0{0,3})?") ? Double.parseDouble(parts[1]) : 0;
            }
        }
        return 1;
    }
}
