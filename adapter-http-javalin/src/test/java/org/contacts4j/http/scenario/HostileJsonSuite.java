package org.contacts4j.http.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.link.LinkField;
import org.contacts4j.domain.patch.Field;
import org.contacts4j.json.canonical.ContactJson;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Tests that the server accepts or refuses every body and never fails. */
interface HostileJsonSuite extends ApiUnderTest {

    List<String> VALUES = List.of(
            "7",
            "-0.5e-3",
            "true",
            "\"text\"",
            "\"\"",
            "[]",
            "[null]",
            "[[]]",
            "{}",
            "{\"a\": {}}",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "1e400",
            "[\"a\", 1, null, {\"address\": 5, \"number\": []}]");

    @TestFactory
    default Stream<DynamicTest> refusesBodiesThatAreNoJsonObject() {
        return Stream.of(
                        "",
                        " ",
                        "{",
                        "[]",
                        "null",
                        "7",
                        "\"text\"",
                        "{} {}",
                        "{\"name\": \"a\", \"name\": \"b\"}",
                        "{\"x\": {\"k\": 1, \"k\": 2}}",
                        "{\"name\": NaN}",
                        "{'name': 'a'}",
                        "{\"name\": \"\\x\"}",
                        "{\"x\": " + "[".repeat(5_000) + "]".repeat(5_000) + "}",
                        "{\"x\": " + "{\"a\":".repeat(200) + "1" + "}".repeat(200) + "}",
                        "{\"x\": " + "9".repeat(100_000) + "}",
                        "{\"x\": 0." + "9".repeat(100_000) + "}")
                .map(body -> DynamicTest.dynamicTest("body: " + body.substring(0, Math.min(30, body.length())), () -> {
                    Reply reply = api().newcomer().post("contacts", body);
                    assertThat(reply.status()).isEqualTo(400);
                    assertThat(reply.faultyFields()).containsExactly("body");
                    assertThat(reply.body()).doesNotContain("java", "jackson", "Exception", "StreamRead");
                }));
    }

    @TestFactory
    default Stream<DynamicTest> refusesBodiesOfAMegabyteWithFewWords() {
        return LargeBodies.ROUTES.stream()
                .map(route -> route.split(" ", 3))
                .map(route -> DynamicTest.dynamicTest(route[0] + " " + route[1] + " " + route[2], () -> {
                    ApiClient client =
                            api().with(TestTokens.of("org_" + UUID.randomUUID()).with("role", "admin"));
                    for (String value : LargeBodies.values()) {
                        String body = route[2].replace("@", value);
                        Reply reply = client.call(route[0], route[1], body);
                        assertThat(reply.status()).as(value.substring(0, 40)).isIn(400, 413, 422);
                        assertThat(reply.body().length())
                                .as(value.substring(0, 40))
                                .isLessThan(40_000);
                    }
                }));
    }

    @TestFactory
    default Stream<DynamicTest> takesOrRefusesAnyValueOfAnyMember() {
        return ContactField.all().stream()
                .map(field -> DynamicTest.dynamicTest(field.name(), () -> {
                    ApiClient client = api().newcomer();
                    for (String value : VALUES) {
                        String path = ContactJson.pathOf(field.name());
                        int dot = path.indexOf('.');
                        String member = dot < 0
                                ? "\"" + path + "\": " + value
                                : "\"metadata\": {\"" + path.substring(dot + 1) + "\": " + value + "}";
                        String name = field == ContactField.NAME ? "" : "\"name\": \"Ada\", ";
                        Reply reply = client.post("contacts", "{" + name + member + "}");
                        assertThat(reply.status())
                                .as("%s: %s", member, reply.body())
                                .isIn(201, 400, 404, 409);
                    }
                }));
    }

    @TestFactory
    default Stream<DynamicTest> takesOrRefusesAnyValueOfAnyMemberOfALink() {
        return LinkField.all().stream()
                .map(field -> DynamicTest.dynamicTest("link: " + field.name(), () -> {
                    ApiClient client = api().newcomer();
                    String links = "contacts/"
                            + client.post("contacts", "{\"name\": \"Ada\"}").text("id") + "/links";
                    String type = field == LinkField.TYPE ? "" : "\"type\": \"task\", ";
                    String id = field == LinkField.EXTERNAL_ID ? "" : "\"externalId\": \"1\", ";
                    for (String value : VALUES) {
                        String body = "{" + type + id + "\"" + field.name() + "\": " + value + "}";
                        Reply reply = client.post(links, body);
                        assertThat(reply.status())
                                .as("%s: %s", body, reply.body())
                                .isIn(200, 201, 400);
                    }
                }));
    }

    @TestFactory
    default Stream<DynamicTest> takesOrRefusesAnyValueOfCustomization() {
        return Stream.of(
                        "POST custom-fields key label type options required folder position archived",
                        "POST custom-field-folders name position",
                        "PUT contacts/@/custom/plan value",
                        "POST tags name",
                        "POST contacts/@/tags tags tag name",
                        "PUT custom-values/key value",
                        "POST custom-values/render template contactId")
                .map(request -> DynamicTest.dynamicTest(request, () -> {
                    ApiClient client = api().newAdmin();
                    String contact =
                            client.post("contacts", "{\"name\": \"Ada\"}").text("id");
                    List<String> words = List.of(request.split(" "));
                    String path = words.get(1).replace("@", contact);
                    for (String member : words.subList(2, words.size())) {
                        for (String value : VALUES) {
                            String body = rightBut(member, value);
                            Reply reply = client.call(words.get(0), path, body);
                            assertThat(reply.status())
                                    .as("%s: %s", body, reply.body())
                                    .isIn(200, 201, 400, 404, 409);
                        }
                    }
                }));
    }

    @Test
    default void survivesRandomBodies() throws Exception {
        Random random = new Random(20261121);
        ObjectMapper json = new ObjectMapper();
        ApiClient client = api().newcomer();
        for (int i = 0; i < 300; i++) {
            String body = json.writeValueAsString(randomObject(random, 0));
            Reply reply = client.post("contacts", body);
            assertThat(reply.status()).as("%s: %s", body, reply.body()).isIn(201, 400, 404, 409);
        }
    }

    @Test
    default void namesOnlyAHundredFaultsOfMany() {
        Reply reply =
                api().newcomer().post("contacts", "{\"name\": \"Ada\", \"tags\": [" + "1,".repeat(200_000) + "1]}");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.faultyFields()).hasSize(100);
    }

    @Test
    default void namesAFaultyFieldThatIsNoProperText() {
        Reply reply = api().newcomer()
                .post("contacts", "{\"name\": \"Ada\", \"customFields\": {\"\\ud800" + "x".repeat(2_000) + "\": 1}}");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body().length()).isLessThan(2_000);
    }

    /** Returns a body with the members that the routes require and with this raw value of one member. */
    private static String rightBut(String member, String value) {
        Map<String, String> members =
                new LinkedHashMap<>(Map.of("key", "\"k\"", "type", "\"text\"", "name", "\"n\"", "template", "\"t\""));
        members.put(member, value);
        return members.entrySet().stream()
                .map(one -> "\"" + one.getKey() + "\": " + one.getValue())
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static Object randomValue(Random random, int depth) {
        return switch (random.nextInt(depth > 3 ? 6 : 9)) {
            case 0 -> random.nextInt();
            case 1 -> random.nextDouble() * 1e300;
            case 2 -> random.nextBoolean();
            case 3 -> randomText(random);
            case 4 -> "";
            case 5 -> Map.of();
            case 6 -> randomObject(random, depth + 1);
            case 7 -> randomList(random, depth + 1);
            default -> new ArrayList<>();
        };
    }

    private static List<Object> randomList(Random random, int depth) {
        List<Object> list = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            list.add(random.nextInt(5) == 0 ? null : randomValue(random, depth));
        }
        return list;
    }

    private static Map<String, Object> randomObject(Random random, int depth) {
        Map<String, Object> object = new LinkedHashMap<>();
        List<Field<Contact, ?>> fields = ContactField.all();
        for (int i = random.nextInt(8); i > 0; i--) {
            String name = fields.get(random.nextInt(fields.size())).name();
            String key = random.nextInt(6) == 0 ? randomText(random) : name;
            object.put(
                    random.nextInt(8) == 0 ? "metadata" : key,
                    random.nextInt(6) == 0 ? null : randomValue(random, depth));
        }
        return object;
    }

    private static String randomText(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(20); i > 0; i--) {
            int point = random.nextInt(0x3000);
            text.appendCodePoint(point);
        }
        return text.toString();
    }
}
