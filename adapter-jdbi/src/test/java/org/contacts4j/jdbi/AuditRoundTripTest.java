package org.contacts4j.jdbi;

import static org.assertj.core.api.Assertions.assertThat;

import org.contacts4j.application.Contacts4J;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.domain.patch.Patch;
import org.contacts4j.domain.patch.Precondition;
import org.junit.jupiter.api.Test;

/** Checks that audit entries take no round trip of their own on PostgreSQL. */
final class AuditRoundTripTest {

    private static final Caller ADA = Caller.member("home", "ada");

    @Test
    void theEntryOfADeletionIsWrittenByTheStatementThatDeletes() {
        StatementLog log = new StatementLog();
        try (JdbiStore store = JdbiStore.open(TestPostgres.freshSettings(), log)) {
            Contacts4J contacts4j = Contacts4J.builder(store).build();
            ContactId contact = contacts4j
                    .contacts()
                    .create(ADA, Patch.of(ContactField.NAME, "Bo"))
                    .id();
            contacts4j.contacts().remove(ADA, contact, Precondition.none());
        }
        assertThat(log.statements())
                .filteredOn(sql -> sql.contains("into audit_entry"))
                .singleElement()
                .asString()
                .contains("delete from contact ");
    }
}
