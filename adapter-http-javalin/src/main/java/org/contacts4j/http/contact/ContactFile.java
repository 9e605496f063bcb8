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
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.customfield.CustomField;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.exporting.ContactsWriter;
import org.contacts4j.exporting.ExportColumn;
import org.contacts4j.exporting.ExportColumns;
import org.contacts4j.exporting.ExportFormat;
import org.contacts4j.http.server.response.Download;
import org.jspecify.annotations.Nullable;

/** Sends a contact, or a page of contacts, in a file format. {@link ExportRoutes} sends whole lists. */
final class ContactFile {

    /** The parameters of a list that say where its page begins. */
    private static final List<String> OF_POSITION = List.of("page=", "offset=", "cursor=");

    private final CustomFieldService customFields;

    ContactFile(CustomFieldService customFields) {
        this.customFields = customFields;
    }

    /**
     * Sends these contacts.
     *
     * @param next the cursor of the next page, for the {@code Link} header (RFC 8288); null if there is none
     */
    void send(Context ctx, ExportFormat format, List<Contact> contacts, @Nullable String next) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ContactsWriter writer = format.writer(format.isTable() ? allColumns(callerOf(ctx)) : List.of(), file, false);
        writer.write(contacts);
        writer.end();
        if (next != null) {
            ctx.header("Link", "<" + ctx.path() + "?" + queryOfNext(ctx.queryString(), next) + ">; rel=\"next\"");
        }
        Download.of(nameOf(format), format.contentType(), file.size()).describe(ctx);
        AcceptedFormat.putVary(ctx);
        ctx.res().getOutputStream().write(file.toByteArray());
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
