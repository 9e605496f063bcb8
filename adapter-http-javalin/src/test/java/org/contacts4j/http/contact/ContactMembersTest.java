package org.contacts4j.http.contact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.patch.Field;
import org.contacts4j.domain.patch.Patch;
import org.contacts4j.http.ContactsHttpServer;
import org.contacts4j.json.Json;
import org.contacts4j.json.canonical.ContactJson;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Fails for each field of contacts that lacks a member in the canonical API. */
final class ContactMembersTest {

    /** Views that only dialects have: the canonical API has the lists that contain them. */
    private static final List<Field<Contact, ?>> WITHOUT_MEMBER =
            List.of(ContactField.SECONDARY_EMAIL, ContactField.SECONDARY_PHONE);

    private static final ObjectMapper TREES = new ObjectMapper();

    static Stream<Field<Contact, ?>> fields() {
        return ContactField.all().stream().filter(field -> !WITHOUT_MEMBER.contains(field));
    }

    @ParameterizedTest
    @MethodSource("fields")
    void readsEveryField(Field<Contact, ?> field) {
        Map<String, Object> body = null;
        String[] path = ContactJson.pathOf(field.name()).split("\\.");
        for (int i = path.length - 1; i >= 0; i--) {
            body = Collections.singletonMap(path[i], body);
        }
        assertThat(ContactJson.read(body).touches(field))
                .as("ContactJson has a member for " + field)
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("fields")
    void writesEveryField(Field<Contact, ?> field) throws IOException {
        Contact contact = Contact.create(
                new ContactId(new UUID(1, 1)),
                new OrganizationId("organization"),
                Patch.of(ContactField.NAME, "Ada"),
                null,
                Instant.EPOCH);
        JsonNode written = TREES.readTree(Json.write(ContactJson.from(contact)));
        assertThat(written.at(pointer(field)).isMissingNode())
                .as("ContactJson has no member for " + field)
                .isFalse();
    }

    @ParameterizedTest
    @MethodSource("fields")
    void describesEveryField(Field<Contact, ?> field) throws IOException {
        JsonNode document = TREES.readTree(ContactsHttpServer.class.getResourceAsStream("openapi.json"));
        for (String schema : List.of("Contact", "ContactInput")) {
            JsonNode place = document.at("/components/schemas/" + schema);
            for (String member : ContactJson.pathOf(field.name()).split("\\.")) {
                place = resolved(document, place).path("properties").path(member);
            }
            assertThat(place.isMissingNode())
                    .as("the schema " + schema + " of openapi.json has no property for " + field)
                    .isFalse();
        }
    }

    private static String pointer(Field<Contact, ?> field) {
        return "/" + ContactJson.pathOf(field.name()).replace('.', '/');
    }

    /** Returns the schema that a property refers to, directly or as one of its alternatives. */
    private static JsonNode resolved(JsonNode document, JsonNode schema) {
        List<String> references = schema.findValuesAsText("$ref");
        return schema.has("properties") || references.isEmpty()
                ? schema
                : document.at(references.get(0).substring(1));
    }
}
