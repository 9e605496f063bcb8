package org.contacts4j.http.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Random;

/** Values that have broken parsers, rules, statements or limits of other servers. */
final class HostileValues {

    static final List<String> PARAMETERS = words("""
            page limit offset skip per_page orderBy orderDirection sort sortBy search q name tag tags
            status isActive is_active assignedTo assigned_to teams cursor after total companyId company_id
            parentEntityId dryRun matchBy from_updatedAt _id nextPage export_behaviour $where __proto__
            """);

    static final List<String> MEMBERS = words("""
            name firstName emails phones email metadata address customFields extensions tags status code
            version id organizationId query groups conditions field op value limit cursor views contacts
            first_name last_name mobile_number creator media company_id is_primary events url members
            options type template __proto__
            """);

    static final List<String> HEADERS = words("""
            If-Match If-None-Match Accept-Encoding X-Org-Id organization-id org X-Organization-ID Prefer
            Range X-HTTP-Method-Override X-Forwarded-For Forwarded Content-Encoding Accept X-Request-Id
            x-api-key Cookie Transfer-Coding Sec-WebSocket-Version
            """);

    static final List<String> HEADER_VALUES = List.of(
            "",
            "*",
            "\"1\"",
            "W/\"1\"",
            "\"",
            "\"1\", \"2\", *",
            "99999999999999999999",
            "gzip;q=",
            "gzip, *;q=x",
            "x",
            "handling=strict",
            "bytes=0-1,5-",
            "DELETE",
            "::1",
            "for=\"[::1",
            "identity",
            "\u00ff\u00fe",
            "a,b;c=\"d",
            "../../etc/passwd",
            "' or 1=1 --",
            "{}",
            "13",
            "x".repeat(4_000));

    static final List<String> MEDIA_TYPES = List.of(
            "application/json;charset=utf-16",
            "text/csv",
            "multipart/form-data",
            "multipart/form-data; boundary=",
            "application/x-www-form-urlencoded",
            "application/merge-patch+json",
            "text/plain",
            "a/b; c",
            "\"",
            "json");

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "0",
            "-1",
            "1",
            "1e999",
            "9".repeat(30),
            "null",
            "true",
            "NaN",
            "a".repeat(256),
            "é".repeat(501),
            "%",
            "_",
            "\\",
            "'",
            "\"",
            "'; drop table contact; --",
            "${jndi:ldap://x}",
            "{{contact.name}}",
            "../..",
            "\u0000",
            "\r\nX: y",
            "\t=cmd()",
            "\u202e",
            "\ufeff",
            "\uffff",
            "😀",
            "\ud800",
            "e\u0301",
            "İ",
            "ß",
            "00000000-0000-0000-0000-000000000000",
            "1-1-1-1-1",
            "2026-02-30",
            "9999-12-31T23:59:59.999999999Z",
            "-999999999-01-01",
            "http://[::1",
            "javascript:alert(1)",
            "a@b",
            "a@b.c",
            "+1 (555) 0100",
            "asc",
            "name");

    private static final List<String> RAW =
            List.of("1e400", "-0", "1E-999", "0.1e1", "12345678901234567890", "NaN", "01", "tru");

    private static final int LARGE = 100_000;

    private HostileValues() {}

    private static List<String> words(String text) {
        return List.of(text.strip().split("\\s+"));
    }

    static <T> T one(Random random, List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** Returns a text, rarely a random or large one. */
    static String text(Random random) {
        int kind = random.nextInt(12);
        if (kind > 0) {
            return one(random, TEXTS);
        }
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(40); i > 0; i--) {
            text.appendCodePoint(random.nextInt(0x3000));
        }
        return text.toString();
    }

    /** Returns a value of any type, rarely a deep or large one. */
    static JsonNode json(Random random, int depth) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return switch (random.nextInt(depth > 3 ? 6 : 10)) {
            case 0 -> nodes.nullNode();
            case 1 -> nodes.booleanNode(random.nextBoolean());
            case 2 -> nodes.numberNode(random.nextLong());
            case 3 -> nodes.textNode("raw:" + one(random, RAW));
            case 4, 5 -> nodes.textNode(text(random));
            case 6 -> random.nextInt(10) == 0 ? nodes.textNode("x".repeat(LARGE)) : nodes.arrayNode();
            case 7 -> nested(random, depth);
            case 8 -> array(random, depth);
            default -> object(random, depth);
        };
    }

    private static JsonNode nested(Random random, int depth) {
        JsonNode inner = json(random, depth + 1);
        for (int i = random.nextInt(80); i > 0; i--) {
            inner = JsonNodeFactory.instance.arrayNode().add(inner);
        }
        return inner;
    }

    private static ArrayNode array(Random random, int depth) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (int i = random.nextInt(4); i > 0; i--) {
            array.add(json(random, depth + 1));
        }
        return array;
    }

    private static ObjectNode object(Random random, int depth) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (int i = random.nextInt(4); i > 0; i--) {
            String name = random.nextInt(4) == 0 ? text(random) : one(random, MEMBERS);
            object.set(name, json(random, depth + 1));
        }
        return object;
    }
}
