package org.contacts4j.http.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Ids of another organisation, unknown ids and malformed ones cannot be told apart, by anything in the answer. */
interface ForeignIdSuite extends ApiUnderTest {

    /** {@code @} is the id of a contact, {@code #} that of a company. */
    List<String> REQUESTS = List.of(
            "GET contacts/@",
            "HEAD contacts/@",
            "PUT contacts/@",
            "PATCH contacts/@",
            "DELETE contacts/@",
            "POST contacts/@/set-primary/#",
            "POST contacts/@/tags",
            "DELETE contacts/@/tags/vip",
            "PUT contacts/@/custom/plan",
            "GET contacts/company/#",
            "GET contacts/hierarchy?companyId=#",
            "GET contacts?parentEntityId=#",
            "GET companies/#",
            "PATCH companies/#",
            "DELETE companies/#",
            "GET customers/#",
            "PATCH customers/#",
            "DELETE customers/#");

    @TestFactory
    default Stream<DynamicTest> foreignUnknownAndMalformedIdsAreAlike() {
        return REQUESTS.stream()
                .map(request -> DynamicTest.dynamicTest(request, () -> {
                    ApiClient owner = api().newcomer();
                    String company =
                            owner.post("companies", "{\"name\": \"Acme\"}").text("id");
                    String contact = owner.post(
                                    "contacts", "{\"name\": \"Ada\", \"parentEntityId\": \"" + company + "\"}")
                            .text("id");
                    ApiClient stranger = api().newcomer();
                    String foreign = answer(stranger, request, contact, company);
                    assertThat(answer(
                                    stranger,
                                    request,
                                    UUID.randomUUID().toString(),
                                    UUID.randomUUID().toString()))
                            .isEqualTo(foreign);
                    assertThat(answer(stranger, request, "1-1-1-1-1", "x")).isEqualTo(foreign);
                    assertThat(answer(stranger, request, "%E2%82%AC", "a%20b")).isEqualTo(foreign);
                    assertThat(owner.get("contacts/" + contact).status()).isEqualTo(200);
                    assertThat(owner.get("companies/" + company).status()).isEqualTo(200);
                }));
    }

    private static String answer(ApiClient client, String request, String contact, String company) {
        String[] parts = request.split(" ");
        String path = parts[1].replace("@", contact).replace("#", company);
        boolean writes = parts[0].startsWith("P");
        Reply reply = client.with("X-Request-Id", "same")
                .call(parts[0], path, writes ? "{\"notes\": \"x\", \"tag\": \"x\", \"value\": 1}" : null);
        Map<String, List<String>> headers = new TreeMap<>(reply.headers().map());
        headers.remove("date");
        return reply.status() + " " + headers + " " + reply.body();
    }
}
