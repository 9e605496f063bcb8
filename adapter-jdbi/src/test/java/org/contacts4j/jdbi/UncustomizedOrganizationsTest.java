package org.contacts4j.jdbi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.contacts4j.application.Contacts4J;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.id.MemberId;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.domain.organization.DataScope;
import org.contacts4j.domain.organization.Role;
import org.contacts4j.domain.patch.Patch;
import org.contacts4j.domain.webhook.WebhookField;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.Test;

/** Checks which statements create a contact on PostgreSQL, with and without custom fields or webhooks. */
final class UncustomizedOrganizationsTest {

    private static final Caller ADA = Caller.member("home", "ada");
    private static final Caller ADMIN =
            new Caller(ADA.organization(), new MemberId("grace"), Role.ADMIN, DataScope.ALL);
    private static final Patch<Contact> FIELDS =
            Patch.of(ContactField.NAME, "Bo").set(ContactField.CUSTOM_FIELDS, Map.of("size", "large"));

    private final List<String> issued = new CopyOnWriteArrayList<>();

    @Test
    void createsAContactInOneStatementWhereThereAreNone() {
        try (JdbiStore store = JdbiStore.open(TestPostgres.freshSettings(), new Issued())) {
            Contacts4J contacts4j = Contacts4J.builder(store).build();
            contacts4j.contacts().create(ADA, FIELDS);
            assertThat(statementsOfCreating(contacts4j))
                    .singleElement()
                    .asString()
                    .contains("insert into contact ")
                    .doesNotContain("webhook");
            contacts4j.webhooks().create(ADMIN, Patch.of(WebhookField.URL, "https://example.org/"));
            assertThat(statementsOfCreating(contacts4j)).hasSize(3); // a failed attempt, the lookup, and the retry
            assertThat(statementsOfCreating(contacts4j))
                    .hasSize(2)
                    .last()
                    .asString()
                    .contains("webhook_delivery");
        }
    }

    private List<String> statementsOfCreating(Contacts4J contacts4j) {
        issued.clear();
        contacts4j.contacts().create(ADA, FIELDS);
        return issued.stream()
                .filter(sql -> sql.contains("into contact ") || sql.contains("custom_field"))
                .toList();
    }

    private final class Issued implements SqlLogger {
        @Override
        public void logBeforeExecution(StatementContext context) {
            issued.add(String.valueOf(context.getRenderedSql()));
        }
    }
}
