package org.contacts4j.http.contact;

import static org.contacts4j.http.auth.Authentication.callerOf;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.contacts4j.application.customfield.CustomFieldService;
import org.contacts4j.application.exporting.ExportService;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.customfield.CustomField;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.exporting.ContactsWriter;
import org.contacts4j.exporting.ExportColumn;
import org.contacts4j.exporting.ExportColumns;
import org.contacts4j.exporting.ExportFormat;
import org.contacts4j.exporting.Photos;
import org.contacts4j.http.server.response.Download;
import org.contacts4j.http.server.response.Responses;
import org.jspecify.annotations.Nullable;

/** Sends a contact, or a page of contacts, in a file format. {@link ExportRoutes} sends whole lists. */
final class ContactFile {

    /** The parameters of a list that say where its page begins. */
    private static final List<String> OF_POSITION = List.of("page=", "offset=", "cursor=");

    private final CustomFieldService customFields;
    private final ExportService exports;

    ContactFile(CustomFieldService customFields, ExportService exports) {
        this.customFields = customFields;
        this.exports = exports;
    }

    /**
     * Sends these contacts, without photos.
     *
     * @param next the cursor of the next page, for the {@code Link} header (RFC 8288); null if there is none
     */
    void send(Context ctx, ExportFormat format, List<Contact> contacts, @Nullable String next) throws IOException {
        byte[] file = file(callerOf(ctx), format, contacts, Photos.NONE);
        if (next != null) {
            ctx.header("Link", "<" + ctx.path() + "?" + queryOfNext(ctx.queryString(), next) + ">; rel=\"next\"");
        }
        send(ctx, 200, format, file);
    }

    /** Sends a contact; a card contains its photo. */
    void send(Context ctx, int status, ExportFormat format, Contact contact) throws IOException {
        Caller caller = callerOf(ctx);
        send(
                ctx,
                status,
                format,
                file(caller, format, List.of(contact), found -> exports.photo(caller, found.id(), true)));
    }

    private static void send(Context ctx, int status, ExportFormat format, byte[] file) {
        Download.of(nameOf(format), format.contentType(), file.length).describe(ctx);
        AcceptedFormat.putVary(ctx);
        Responses.file(ctx, status, format.contentType(), file);
    }

    private byte[] file(Caller caller, ExportFormat format, List<Contact> contacts, Photos photos) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ContactsWriter writer = format.writer(format.isTable() ? allColumns(caller) : List.of(), file, false, photos);
        writer.write(contacts);
        writer.end();
        return file.toByteArray();
    }

    /** Returns the columns of a complete table: all fields, and one for each custom field of the organization. */
    List<ExportColumn> allColumns(Caller caller) {
        return ExportColumns.all(
                customFields.list(caller).stream().map(CustomField::key).toList());
    }

    static String nameOf(ExportFormat format) {
        return "contacts." + format.extension();
    }

    private static String queryOfNext(@Nullable String query, String cursor) {
        Stream<String> others = query == null || query.isEmpty()
                ? Stream.empty()
                : Arrays.stream(query.split("&"))
                        .filter(pair -> OF_POSITION.stream().noneMatch(pair::startsWith));
        return Stream.concat(others, Stream.of("cursor=" + cursor)).collect(Collectors.joining("&"));
    }
}
