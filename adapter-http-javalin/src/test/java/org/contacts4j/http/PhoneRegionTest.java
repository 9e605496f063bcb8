package org.contacts4j.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.contacts4j.application.Contacts4J;
import org.contacts4j.http.scenario.ApiClient;
import org.contacts4j.http.scenario.Reply;
import org.contacts4j.http.scenario.RunningApi;
import org.contacts4j.inmemory.InMemoryStore;
import org.contacts4j.phone.LibPhoneNumbers;
import org.junit.jupiter.api.Test;

/** Tests phone numbers in the API of a server with a region. */
class PhoneRegionTest {

    @Test
    void importsFindsAndShowsNumbersHoweverTheyAreTyped() {
        try (RunningApi german = RunningApi.over(inRegion("DE"))) {
            ApiClient ada = german.newcomer();
            Reply first = imported(ada, """
                    Name,Phone
                    Erika Muster,089 5550198
                    Max Muster,+49 89 5550199
                    """);
            assertThat(first.at("created").asInt()).isEqualTo(2);
            Reply second = imported(ada, """
                    Name,Phone
                    E. Muster,+49 (0)89 5550198
                    Max,tel:+49-89-5550199
                    Erika Muster,0089 5550198
                    """);
            assertThat(second.at("skipped").asInt()).isEqualTo(2);
            assertThat(second.at("created").asInt()).isEqualTo(1);
            Reply found = ada.get("contacts?search=%2B49%2089%205550198");
            assertThat(found.at("data")).hasSize(1);
            assertThat(found.text("data[0].phone")).isEqualTo("089 5550198");
            Reply filtered = ada.post("contacts/search", """
                    {"query": {"groups": [{"conditions": [{"field": "phone", "op": "eq", "value": "089/5550199"}]}]}}""");
            assertThat(filtered.at("data")).hasSize(1);
            assertThat(filtered.text("data[0].name")).isEqualTo("Max Muster");
        }
    }

    @Test
    void allowsTwoInstancesWithDifferentRegionsInOneProcess() {
        try (RunningApi german = RunningApi.over(inRegion("DE"));
                RunningApi british = RunningApi.over(inRegion("GB"))) {
            for (RunningApi api : new RunningApi[] {german, british}) {
                ApiClient ada = api.newcomer();
                ada.post("contacts", """
                        {"name": "Ada", "phone": "020 79460123"}""");
                assertThat(ada.get("contacts?search=%2B4420794").at("data")).hasSize(api == british ? 1 : 0);
                assertThat(ada.get("contacts?search=%2B4920794").at("data")).hasSize(api == german ? 1 : 0);
            }
        }
    }

    private static Reply imported(ApiClient client, String table) {
        return client.with("Content-Type", "text/csv")
                .send("contacts/import?matchBy=phone", table.getBytes(StandardCharsets.UTF_8));
    }

    private static Contacts4J inRegion(String region) {
        return Contacts4J.builder(new InMemoryStore(LibPhoneNumbers.inRegion(region)))
                .build();
    }
}
