package org.contacts4j.benchmarks.floor;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.contacts4j.domain.AddressPart;
import org.contacts4j.json.Timestamps;
import org.jspecify.annotations.Nullable;

/** Writer of the same JSON as Contacts4J's responses, directly from a row. Parses only the columns that require it. */
final class FloorAnswer {

    /** The columns in the order in which they are read; {@code company} is the joined table. */
    static final String COLUMNS = """
            r.id, r.organization_id, r.name, r.first_name, r.last_name, r.salutation, r.display_name, r.local_name,
            r.code, r.emails, r.phones, r.website, r.address, r.company_id,
            coalesce(company.name, r.company_name) company_name, r.title, r.department, r.reports_to,
            r.preferred_method, r.custom_fields, r.tags, r.do_not_contact, r.source, r.tax_id, r.description, r.notes,
            r.language, r.assigned_to, r.teams, r.status, r.extensions, r.created_at, r.updated_at, r.created_by,
            r.updated_by, r.version""";

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String NO_DATA = "{}";

    private final ResultSet row;
    private final JsonGenerator json;
    private int column;

    FloorAnswer(ResultSet row, JsonGenerator json) {
        this.row = row;
        this.json = json;
    }

    /** Writes the current row of the result set. */
    void write() throws SQLException, IOException {
        column = 0;
        json.writeStartObject();
        id("id");
        for (String name : new String[] {
            "organizationId", "name", "firstName", "lastName", "salutation", "displayName", "localName", "code"
        }) {
            text(name);
        }
        json.writeArrayFieldStart("entityTypes");
        json.writeString("Contact");
        json.writeEndArray();
        JsonNode phones = emailsAndPhones();
        text("website");
        address();
        id("parentEntityId");
        text("company");
        json.writeNullField("primaryContactId");
        metadata(phones);
        data("customFields");
        texts("tags");
        json.writeBooleanField("dnc", row.getBoolean(++column));
        for (String name : new String[] {"source", "taxId", "description", "notes", "language"}) {
            text(name);
        }
        texts("assignedTo");
        texts("teams");
        String status = row.getString(++column);
        json.writeStringField("status", status);
        json.writeBooleanField("isActive", "active".equals(status));
        data("extensions");
        time("createdAt");
        time("updatedAt");
        text("createdBy");
        text("updatedBy");
        json.writeNumberField("version", row.getLong(++column));
        json.writeEndObject();
    }

    private JsonNode emailsAndPhones() throws SQLException, IOException {
        String emails = row.getString(++column);
        String phones = row.getString(++column);
        JsonNode parsed = MAPPER.readTree(phones);
        json.writeStringField(
                "email", MAPPER.readTree(emails).path(0).path("address").textValue());
        json.writeStringField("phone", parsed.path(0).path("number").textValue());
        json.writeFieldName("emails");
        json.writeRawValue(emails);
        json.writeFieldName("phones");
        json.writeRawValue(phones);
        return parsed;
    }

    private void address() throws SQLException, IOException {
        @Nullable String stored = row.getString(++column);
        if (stored == null) {
            json.writeNullField("address");
            return;
        }
        JsonNode address = MAPPER.readTree(stored);
        json.writeObjectFieldStart("address");
        for (AddressPart part : AddressPart.values()) {
            json.writeStringField(part.key(), address.path(part.key()).textValue());
        }
        json.writeEndObject();
    }

    private void metadata(JsonNode phones) throws SQLException, IOException {
        json.writeObjectFieldStart("metadata");
        text("title");
        text("department");
        id("reportsTo");
        json.writeStringField("mobilePhone", labelled(phones, "mobile"));
        json.writeStringField("workPhone", labelled(phones, "work"));
        text("preferredContactMethod");
        json.writeEndObject();
    }

    private static @Nullable String labelled(JsonNode phones, String label) {
        for (JsonNode phone : phones) {
            if (label.equalsIgnoreCase(phone.path("label").textValue())) {
                return phone.path("number").textValue();
            }
        }
        return null;
    }

    private void text(String name) throws SQLException, IOException {
        json.writeStringField(name, row.getString(++column));
    }

    private void id(String name) throws SQLException, IOException {
        @Nullable UUID id = row.getObject(++column, UUID.class);
        json.writeStringField(name, id == null ? null : id.toString());
    }

    private void time(String name) throws SQLException, IOException {
        json.writeStringField(
                name,
                Timestamps.of(row.getObject(++column, OffsetDateTime.class).toInstant()));
    }

    private void texts(String name) throws SQLException, IOException {
        json.writeArrayFieldStart(name);
        for (Object text : (Object[]) row.getArray(++column).getArray()) {
            json.writeString((String) text);
        }
        json.writeEndArray();
    }

    private void data(String name) throws SQLException, IOException {
        String data = row.getString(++column);
        json.writeFieldName(name);
        json.writeRawValue(data.equals(NO_DATA) ? "null" : data);
    }
}
