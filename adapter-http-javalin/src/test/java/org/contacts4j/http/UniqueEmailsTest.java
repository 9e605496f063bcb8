package org.contacts4j.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.contacts4j.application.Contacts4J;
import org.contacts4j.http.scenario.ApiClient;
import org.contacts4j.http.scenario.Reply;
import org.contacts4j.http.scenario.RunningApi;
import org.contacts4j.inmemory.InMemoryStore;
import org.junit.jupiter.api.Test;

/** Tests the errors for duplicate emails when the email address of a contact must be unique. */
class UniqueEmailsTest {

    @Test
    void areRefusedInTheWordsOfEachApi() {
        try (RunningApi api = RunningApi.over(withUniqueEmails())) {
            ApiClient ada = api.newcomer();
            Reply first = ada.post("contacts", """
                    {"name": "Ada", "email": "ada@example.org"}""");
            Reply second = ada.post("contacts", """
                    {"name": "Eve", "email": "ADA@example.org"}""");
            assertThat(second.status()).isEqualTo(409);
            assertThat(second.text("error")).isEqualTo("DUPLICATE_EMAIL");
            assertThat(second.text("existingId")).isEqualTo(first.text("id"));
            Reply bottle = ada.post("/api/contacts/", """
                    {"first_name": "Eve", "last_name": "L", "primary_email": "ada@example.org"}""");
            assertThat(bottle.status()).isEqualTo(400);
            assertThat(bottle.body()).contains("""
                    "primary_email":["Contact already exists with this email"]\
                    """).contains("""
                    "error":true\
                    """);
        }
    }

    /**
     * The error for a caller without a token must not contain the contact's id, which gives read access to the contact.
     */
    @Test
    void areRefusedToAnybodyWithoutNamingTheContact() {
        try (RunningApi api = RunningApi.over(withUniqueEmails())) {
            ApiClient anonymous = api.anonymous();
            String ada = """
                    {"first_name": "Ada", "email": "ada@example.org", "phone": "555 0100"}""";
            String id = api.member(RunningApi.OPEN.get(0).value())
                    .post("/contacts", ada)
                    .text("id");
            String eve = anonymous.post("/contacts", """
                    {"first_name": "Eve", "email": "eve@example.org"}""").text("id");
            for (Reply refused : List.of(
                    anonymous.post("/contacts", ada),
                    anonymous.patch("/contacts/" + eve, "{\"email\": \"ADA@example.org\"}"))) {
                assertThat(refused.status()).isEqualTo(409);
                assertThat(refused.body()).doesNotContain(id).doesNotContain("0100");
            }
        }
    }

    private static Contacts4J withUniqueEmails() {
        return Contacts4J.builder(new InMemoryStore()).uniqueEmails().build();
    }
}
