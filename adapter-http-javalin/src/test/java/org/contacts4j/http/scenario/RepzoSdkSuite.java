package org.contacts4j.http.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Tests of requests exactly as Repzo's SDK sends them, and of the responses that its types declare. */
interface RepzoSdkSuite extends ApiUnderTest {

    HttpHeaders NO_HEADERS = HttpHeaders.of(Map.of(), (name, value) -> true);

    /** The SDK sends these characters without percent-encoding. */
    @TestFactory
    default Stream<DynamicTest> takesQueriesAsTheSdkWritesThem() {
        String organization = "org_" + UUID.randomUUID();
        ApiClient client = api().member(organization);
        String ada = create(client, "Ada Lovelace");
        create(client, "Bo Lee");
        return Stream.of(
                        "_id=[%22" + ada + "%22]",
                        "_id=[%22" + ada + "%22,%22nonsense%22]",
                        "_id[]=" + ada,
                        "name[]=Ada+Lovelace",
                        "name=[%22Ada+Lovelace%22,%22Jane%22]",
                        "name=[\"Ada+Lovelace\",\"Jane\"]",
                        "name[]=Ada+Lovelace&sortBy[]={%22field%22:%22_id%22,%22type%22:%22desc%22}",
                        "name[]=Ada+Lovelace&sortBy[]={\"field\":\"_id\",\"type\":\"desc\"}",
                        "search=lace&sortBy=[%7B%22field%22:%22_id%22,%22type%22:%22asc%22%7D]",
                        "name=Ada+Lovelace&a[b]:,$=[x]:,$")
                .map(query -> DynamicTest.dynamicTest(
                        query, () -> assertThat(idsFound(organization, query)).containsExactly(ada)));
    }

    @Test
    default void takesEveryCharacterOfAName() {
        String organization = "org_" + UUID.randomUUID();
        ApiClient client = api().member(organization);
        String odd = create(client, "a:b,$c [d] {e}");
        String arabic = create(client, "زوي");
        assertThat(idsFound(organization, "name=a:b,$c+[d]+%7Be%7D")).containsExactly(odd);
        assertThat(idsFound(organization, "name=a:b,$c+[d]+{e}")).containsExactly(odd);
        assertThat(idsFound(organization, "name=[%22%D8%B2%D9%88%D9%8A%22]")).containsExactly(arabic);
        assertThat(idsFound(organization, "search=[d]+{")).containsExactly(odd);
    }

    @Test
    default void timesAreAfterAndBeforeToTheMillisecond() {
        ApiClient client = api().newcomer();
        String id = create(client, "Ada");
        long changed = Instant.parse(client.get("/client-contact/" + id).text("data.updatedAt"))
                .toEpochMilli();
        assertThat(total(client, "from_updatedAt=" + changed)).isZero();
        assertThat(total(client, "to_updatedAt=" + changed)).isZero();
        assertThat(total(client, "from_updatedAt=" + (changed - 1) + "&to_updatedAt=" + (changed + 1)))
                .isEqualTo(1);
    }

    @Test
    default void takesTokensInEachOfItsWays() {
        String token = TestTokens.of("org_" + UUID.randomUUID()).signed();
        for (ApiClient client : List.of(
                api().anonymous().with("Authorization", "Bearer " + token),
                api().anonymous().with("Authorization", "bearer " + token),
                api().anonymous().with("Authorization", token),
                api().anonymous().with("api-key", token),
                api().anonymous()
                        .with("api-key", "expired")
                        .with("authorization", token)
                        .with("refresh_token", "x"),
                api().anonymous()
                        .with("api-key", token)
                        .with("Content-Type", "application/json")
                        .with("Accept", "application/json")
                        .with("X-NAME-SPACE", "acme")
                        .with("refresh_token", "x"))) {
            assertThat(client.get("/client-contact").status()).isEqualTo(200);
            assertThat(client.get("/v1/client-contact").status()).isEqualTo(200);
        }
    }

    @Test
    default void wantsAToken() {
        for (ApiClient client : List.of(
                api().anonymous(),
                api().anonymous().with("Authorization", "Bearer nonsense"),
                api().anonymous().with("Authorization", "nonsense"),
                api().anonymous().with("Authorization", "Basic YTpi"),
                api().anonymous().with("x-api-key", TestTokens.of("org").signed()),
                api().anonymous().with("api-key", "nonsense"))) {
            Reply reply = client.post("/client-contact", "{}");
            assertThat(reply.status()).isEqualTo(401);
            assertThat(reply.body()).isEqualTo("{\"success\":false,\"error\":\"Authentication required\"}");
        }
    }

    /** Only the token determines the organization. */
    @Test
    default void theTokenFixesTheTenant() {
        String mine = "org_" + UUID.randomUUID();
        String other = "org_" + UUID.randomUUID();
        ApiClient client = api().member(mine).with("X-Org-Id", other).with("X-NAME-SPACE", other);
        Reply created = client.post("/client-contact", "{\"name\": \"A\", \"company_namespace\": [\"" + other + "\"]}");
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.at("data.company_namespace[0]").asText()).isEqualTo(other);
        assertThat(total(api().member(other), "")).isZero();
        assertThat(total(api().member(mine), "company_namespace=" + other)).isEqualTo(1);
        assertThat(api().member(other)
                        .put("/client-contact/" + created.text("data._id"), "{}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    default void theCreatorIsWhoTheTokenSays() {
        String organization = "org_" + UUID.randomUUID();
        TestTokens boss = TestTokens.of(organization)
                .with("sub", "b")
                .with("role", "admin")
                .with("name", "Bo Lee")
                .with("email", "bo@example.org");
        Reply created = api().with(boss).post("/client-contact", "{\"name\": \"A\"}");
        assertThat(created.at("data.creator"))
                .hasToString("{\"_id\":\"b\",\"username\":\"bo@example.org\",\"name\":\"Bo Lee\",\"type\":\"admin\"}");
        assertThat(api().member(organization)
                        .put("/client-contact/" + created.text("data._id"), "{\"title\": \"T\"}")
                        .at("data.creator._id")
                        .asText())
                .isEqualTo("b");
    }

    /** The SDK's types declare a bare contact. The response also contains the members of Repzo's API page. */
    @Test
    default void answersAContactInBothForms() {
        String token = TestTokens.of("org_" + UUID.randomUUID()).signed();
        ApiClient sdk = api().anonymous().with("api-key", token);
        Reply created = sdk.post("/client-contact", "{\"name\": \"Ada\", \"email\": \"a@example.org\"}");
        assertThat(created.status()).isEqualTo(201);
        String path = "/client-contact/" + created.text("_id");
        for (Reply reply : List.of(created, sdk.get(path), sdk.put(path, "{\"title\": \"T\"}"), sdk.delete(path))) {
            assertThat(reply.text("success")).isEqualTo("true");
            JsonNode contact = reply.at("data");
            assertThat(contact.path("email").asText()).isEqualTo("a@example.org");
            contact.properties()
                    .forEach(member -> assertThat(reply.at(member.getKey())).isEqualTo(member.getValue()));
        }
        ApiClient page = api().anonymous().with("Authorization", "Bearer " + token);
        assertThat(page.with("api-key", token)
                        .post("/client-contact", "{\"name\": \"Bo\"}")
                        .json()
                        .fieldNames())
                .toIterable()
                .containsExactly("success", "data");
    }

    @Test
    default void answersListsInBothForms() {
        String token = TestTokens.of("org_" + UUID.randomUUID()).signed();
        ApiClient sdk = api().anonymous().with("api-key", token);
        IntStream.rangeClosed(1, 5).forEach(i -> create(sdk, "Number " + i));
        Reply second = sdk.get("/v1/client-contact?per_page=2&page=2&search=num+ber");
        assertThat(second.at("total_result").asInt()).isZero();
        Reply reply = sdk.get("/v1/client-contact?per_page=2&page=2&search=number");
        assertThat(reply.at("pagination.total").asInt()).isEqualTo(5);
        assertThat(reply.at("data").size()).isEqualTo(2);
        assertThat(reply.at("total_result").asInt()).isEqualTo(5);
        assertThat(reply.at("current_count").asInt()).isEqualTo(2);
        assertThat(reply.at("total_pages").asInt()).isEqualTo(3);
        assertThat(reply.at("current_page").asInt()).isEqualTo(2);
        assertThat(reply.at("per_page").asInt()).isEqualTo(2);
        assertThat(reply.text("path")).isEqualTo("/v1/client-contact");
        assertThat(reply.text("first_page_url")).isEqualTo("/v1/client-contact?per_page=2&search=number&page=1");
        assertThat(reply.text("last_page_url")).isEqualTo("/v1/client-contact?per_page=2&search=number&page=3");
        assertThat(reply.text("prev_page_url")).isEqualTo("/v1/client-contact?per_page=2&search=number&page=1");
        Reply last = sdk.get(reply.text("next_page_url"));
        assertThat(last.at("current_count").asInt()).isEqualTo(1);
        assertThat(last.at("next_page_url").isNull()).isTrue();
        assertThat(sdk.get("/client-contact").at("prev_page_url").isNull()).isTrue();
        Reply page = api().anonymous().with("Authorization", token).get("/client-contact");
        assertThat(page.json().fieldNames()).toIterable().containsExactly("success", "data", "pagination");
    }

    private static String create(ApiClient client, String name) {
        Reply created = client.post("/client-contact", "{\"name\": \"" + name.replace("\\", "\\\\") + "\"}");
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        return created.text("data._id");
    }

    private static int total(ApiClient client, String query) {
        return client.get("/client-contact?" + query).at("pagination.total").asInt();
    }

    /** Sends a raw request with this query and returns the ids in the response. */
    private List<String> idsFound(String organization, String query) {
        String answer = RawConnection.exchange(
                api().port(),
                "GET /client-contact?" + query + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\napi-key: "
                        + TestTokens.of(organization).signed()
                        + "\r\nContent-Type: application/json\r\nAccept: application/json\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 200 ");
        List<String> ids = new ArrayList<>();
        Reply reply = new Reply(200, NO_HEADERS, answer.substring(answer.indexOf("\r\n\r\n")));
        reply.at("data").forEach(contact -> ids.add(contact.path("_id").asText()));
        return ids;
    }
}
