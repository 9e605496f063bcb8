package org.contacts4j.http.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Tests that the server runs or refuses every filter quickly and never fails. */
interface HostileFilterSuite extends ApiUnderTest {

    int BODIES = 10_000;
    int SEEDS = 20;
    ObjectMapper JSON = new ObjectMapper();
    Duration LONGEST = Duration.ofSeconds(2);

    List<String> FIELDS = List.of(
            "name",
            "email",
            "phone",
            "company",
            "source",
            "notes",
            "tags",
            "dnc",
            "created_at",
            "updatedAt",
            "status",
            "department",
            "title",
            "city",
            "assigned_to",
            "custom.a",
            "custom.A-1",
            "custom.",
            "custom.x'y",
            "id",
            "r.name; --",
            "");

    List<String> OPERATORS = List.of(
            "eq",
            "neq",
            "contains",
            "not_contains",
            "starts_with",
            "endsWith",
            "gt",
            "gte",
            "lt",
            "lte",
            "between",
            "in",
            "not_in",
            "is_empty",
            "exists",
            "=",
            "!=",
            "like",
            "or 1=1",
            "");

    List<Object> VALUES = List.of(
            "",
            "x",
            "%",
            "_",
            "'; drop table contact; --",
            "\\",
            "\u0000",
            "\ud800",
            "😀",
            "a".repeat(501),
            "2026-01-31",
            "2026-13-01",
            "9999-12-31T23:59:59.999999999Z",
            "+999999999-12-31T23:59:59Z",
            "-999999999-01-01",
            "true",
            0,
            -1,
            1.5,
            1e308,
            Long.MAX_VALUE,
            new java.math.BigDecimal("1e400"),
            true,
            false,
            List.of(),
            Map.of(),
            List.of(List.of()),
            Map.of("gte", 1, "lte", 2));

    @Test
    default void carriesOutOrRefusesAnyFilter() {
        int applyTo =
                IntStream.range(0, SEEDS).parallel().map(this::carriedOutOf).sum();
        assertThat(applyTo).as("how many were no nonsense").isBetween(BODIES / 10, BODIES * 9 / 10);
    }

    private int carriedOutOf(int seed) {
        Random random = new Random(seed);
        ApiClient client = api().newcomer();
        client.post("contacts", "{\"name\": \"Ada\", \"customFields\": {\"a\": \"x\", \"A-1\": 7}}");
        int applyTo = 0;
        for (int i = 0; i < BODIES / SEEDS; i++) {
            String body = write(search(random));
            long start = System.nanoTime();
            Reply reply = client.post("contacts/search", body);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).as(body).isLessThan(LONGEST);
            assertThat(reply.status()).as("%s: %s", body, reply.body()).isIn(200, 400, 422);
            applyTo += reply.status() == 200 ? 1 : 0;
        }
        return applyTo;
    }

    private static String write(Map<String, Object> body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    default void carriesOutTheLargestFilter() {
        String condition = "{\"field\": \"notes\", \"op\": \"not_contains\", \"value\": \"" + "%".repeat(500) + "\"}";
        String conditions = "{\"conditions\": [" + (condition + ",").repeat(49) + condition + "]}";
        Reply reply = api().newcomer().post("contacts/search", "{\"query\": {\"groups\": [" + conditions + "]}}");
        assertThat(reply.status()).isEqualTo(200);
    }

    private static Map<String, Object> search(Random random) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("query", oddly(random, Map.of("groups", groups(random))));
        if (random.nextInt(5) == 0) {
            body.put(one(random, List.of("q", "limit", "offset", "orderBy", "cursor")), one(random, VALUES));
        }
        return body;
    }

    private static Object groups(Random random) {
        List<Object> groups = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            List<Object> conditions = new ArrayList<>();
            for (int j = random.nextInt(3); j > 0; j--) {
                conditions.add(oddly(random, condition(random)));
            }
            groups.add(oddly(random, Map.of("conditions", conditions)));
        }
        return oddly(random, groups);
    }

    private static Map<String, @Nullable Object> condition(Random random) {
        Map<String, @Nullable Object> condition = new LinkedHashMap<>();
        boolean isSensible = random.nextInt(3) > 0;
        condition.put("field", isSensible ? FIELDS.get(random.nextInt(6)) : one(random, FIELDS));
        condition.put("op", isSensible ? OPERATORS.get(random.nextInt(6)) : one(random, OPERATORS));
        condition.put("value", isSensible ? VALUES.get(random.nextInt(6)) : value(random));
        return condition;
    }

    private static Object value(Random random) {
        return random.nextInt(4) == 0 ? List.of(one(random, VALUES), one(random, VALUES)) : one(random, VALUES);
    }

    /** Returns the value, or occasionally an unrelated one. */
    private static Object oddly(Random random, Object value) {
        return random.nextInt(30) == 0 ? one(random, VALUES) : value;
    }

    private static <T> T one(Random random, List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
