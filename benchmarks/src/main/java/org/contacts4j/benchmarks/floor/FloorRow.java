package org.contacts4j.benchmarks.floor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.contacts4j.application.Ids;
import org.contacts4j.application.TimeOrderedIds;
import org.contacts4j.benchmarks.data.ContactTable;
import org.contacts4j.domain.Folded;
import org.jspecify.annotations.Nullable;

/** Builder of a new row from a request body, without validation. The values are in the order of the table's columns. */
final class FloorRow {

    private final String organization;
    private final Clock clock;
    private final Ids ids;

    FloorRow(String organization, Clock clock) {
        this.organization = organization;
        this.clock = clock;
        this.ids = new TimeOrderedIds(clock, new SecureRandom());
    }

    List<@Nullable Object> of(ObjectNode body) {
        String name = body.path("name").textValue();
        List<String> tags = texts(body.path("tags"));
        JsonNode job = body.path("metadata");
        Instant now = clock.instant();
        List<@Nullable Object> row = new ArrayList<>(ContactTable.COLUMNS.size());
        add(row, organization, ids.next(), name, text(body, "firstName"), text(body, "lastName"));
        add(row, text(body, "salutation"), text(body, "displayName"), text(body, "localName"));
        add(row, Folded.sortKey(name), searchText(body, name), filterKeys(body), folded(body, "notes"));
        add(row, text(body, "code"), matchKeys(body));
        add(row, json(body, "emails"), json(body, "phones"), text(body, "website"));
        add(row, text(job, "preferredContactMethod"), text(body, "language"), false, json(body, "address"));
        add(row, companyId(body), text(body, "company"), text(job, "title"), text(job, "department"), null);
        add(row, text(body, "source"), text(body, "taxId"), text(body, "description"), text(body, "notes"));
        add(row, json(body, "customFields"), tags, ContactTable.tagKeys(tags), tagWeekKeys(tags, now));
        add(row, texts(body.path("assignedTo")), List.of(), "active", "{}");
        add(row, 1L, now, "floor", now, "floor");
        return row;
    }

    private static void add(List<@Nullable Object> row, @Nullable Object... values) {
        for (Object value : values) {
            row.add(value);
        }
    }

    private static String searchText(ObjectNode body, String name) {
        StringBuilder text = new StringBuilder().append('\u001f').append(name);
        body.path("emails")
                .forEach(email -> text.append('\n').append(email.path("address").textValue()));
        body.path("phones").forEach(phone -> {
            String number = phone.path("number").textValue();
            text.append('\n').append(number).append('\n');
            number.chars().filter(Character::isDigit).forEach(digit -> text.append((char) digit));
        });
        return Folded.of(text.toString());
    }

    private static Map<String, String> filterKeys(ObjectNode body) {
        Map<String, String> keys = new LinkedHashMap<>();
        put(keys, "email", folded(body.path("emails").path(0), "address"));
        put(keys, "phone", folded(body.path("phones").path(0), "number"));
        put(keys, "source", folded(body, "source"));
        put(keys, "title", folded(body.path("metadata"), "title"));
        put(keys, "department", folded(body.path("metadata"), "department"));
        body.path("customFields").properties().forEach(custom -> {
            String key = "custom." + custom.getKey();
            put(keys, key, Folded.of(custom.getValue().asText()));
            if (custom.getValue().isNumber()) {
                put(keys, key + ":number", custom.getValue().asText());
            }
        });
        return keys;
    }

    private static void put(Map<String, String> keys, String key, String text) {
        if (!text.isEmpty()) {
            keys.put(key, text);
        }
    }

    private static String folded(JsonNode node, String field) {
        return Folded.of(node.path(field).asText(""));
    }

    private static List<String> matchKeys(ObjectNode body) {
        List<String> keys = new ArrayList<>();
        body.path("emails")
                .forEach(email ->
                        keys.add("e:" + email.path("address").textValue().toLowerCase(Locale.ROOT)));
        body.path("phones")
                .forEach(phone ->
                        keys.add("p:" + phone.path("number").textValue().replaceAll("[^0-9+]", "")));
        return keys;
    }

    private static List<String> tagWeekKeys(List<String> tags, Instant now) {
        String before = "ffffffff" + now.getEpochSecond() / (7 * 24 * 3600) + "active ";
        return ContactTable.tagKeys(tags).stream().map(before::concat).toList();
    }

    private static @Nullable UUID companyId(ObjectNode body) {
        @Nullable String id = text(body, "parentEntityId");
        return id == null ? null : UUID.fromString(id);
    }

    private static @Nullable String text(JsonNode node, String field) {
        return node.path(field).textValue();
    }

    private static @Nullable String json(ObjectNode body, String field) {
        @Nullable JsonNode value = body.get(field);
        return value == null || value.isNull() ? null : value.toString();
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.textValue()));
        return texts;
    }
}
