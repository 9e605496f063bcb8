package org.contacts4j.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Clock;
import org.contacts4j.application.Contacts4J;
import org.contacts4j.application.Store;
import org.contacts4j.application.attachment.AttachmentLimits;
import org.contacts4j.application.attachment.StoredContents;
import org.contacts4j.application.contact.EmailRule;
import org.contacts4j.http.scenario.ApiClient;
import org.contacts4j.http.scenario.Reply;
import org.contacts4j.http.scenario.RunningApi;
import org.contacts4j.inmemory.InMemoryStore;
import org.junit.jupiter.api.Test;

/** What callers are told where an e-mail address is of one contact alone. */
class UniqueEmailsTest {

    @Test
    void areRefusedInTheWordsOfEachApi() {
        Store store = new InMemoryStore();
        Contacts4J contacts4j = Contacts4J.over(
                store,
                null,
                new StoredContents(store),
                AttachmentLimits.DEFAULT,
                EmailRule.UNIQUE,
                Clock.systemUTC(),
                new SecureRandom());
        try (RunningApi api = RunningApi.over(contacts4j)) {
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
}
