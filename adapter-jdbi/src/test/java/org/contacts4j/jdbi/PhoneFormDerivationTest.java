package org.contacts4j.jdbi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.contacts4j.contract.contact.ContactFixture.aContact;
import static org.contacts4j.contract.importing.Importing.Row.named;
import static org.contacts4j.contract.importing.Importing.counts;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.contacts4j.application.Contacts4J;
import org.contacts4j.application.Workers;
import org.contacts4j.application.background.TaskStatus;
import org.contacts4j.application.importing.matching.MatchBy;
import org.contacts4j.contract.TestOrganization;
import org.contacts4j.contract.importing.Importing;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.contact.PhoneNumbers;
import org.contacts4j.domain.filter.Fields;
import org.contacts4j.domain.patch.Patch;
import org.contacts4j.jdbi.SecretEncryptionTest.Kind;
import org.contacts4j.phone.LibPhoneNumbers;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests that the forms of stored phone numbers follow the setting. */
final class PhoneFormDerivationTest {

    private static final PhoneNumbers GERMAN = LibPhoneNumbers.inRegion("DE");
    private static final PhoneNumbers FRENCH = LibPhoneNumbers.inRegion("FR");
    private static final String NATIONAL = "040 5550123";
    private static final String INTERNATIONAL = "+49 40 5550123";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void derivesTheFormsOfAllContactsAgain(Kind kind) throws SQLException {
        DatabaseSettings settings = kind.fresh(folder);
        TestOrganization before;
        Contact ada;
        try (JdbiStore store = JdbiStore.open(settings)) {
            before = TestOrganization.in(store);
            ada = before.keep(aContact().named("Ada").with(ContactField.PHONE, NATIONAL));
            before.keepWithOrderedIds(aContact().named("Bo").with(ContactField.PHONE, "030 7654321"), 450);
            assertThat(before.found(INTERNATIONAL)).isEmpty();
        }
        try (JdbiStore store = JdbiStore.open(settings.withPhoneNumbers(GERMAN))) {
            TestOrganization home = before.over(store);
            derive(home.contacts4j());
            assertThat(home.get(ada.id())).isEqualTo(ada);
            assertThat(home.found(INTERNATIONAL)).containsExactly("Ada");
            assertThat(home.names(Fields.phone().is(INTERNATIONAL))).containsExactly("Ada");
            assertThat(home.total(Fields.phone().is("+49 30 7654321")).count()).isEqualTo(450);
            assertThat(counts(Importing.into(home)
                            .matchingBy(MatchBy.PHONE)
                            .rows(named("Ada").phone(INTERNATIONAL))))
                    .containsExactly(0, 0, 1, 0);
        }
        try (JdbiStore store = JdbiStore.open(settings.withPhoneNumbers(FRENCH))) {
            TestOrganization home = before.over(store);
            derive(home.contacts4j());
            assertThat(home.found(INTERNATIONAL)).isEmpty();
            assertThat(home.found("040555")).containsExactly("Ada");
        }
    }

    @ParameterizedTest
    @EnumSource
    void leavesNoOldFormsOfContactsThatChangeBeforeTheirTurn(Kind kind) throws SQLException {
        DatabaseSettings settings = kind.fresh(folder);
        TestOrganization before;
        Contact ada;
        Contact bo;
        try (JdbiStore store = JdbiStore.open(settings)) {
            before = TestOrganization.in(store);
            ada = before.keep(aContact().named("Ada").with(ContactField.PHONE, NATIONAL));
            bo = before.keep(aContact().named("Bo").with(ContactField.PHONE, "040 5550124"));
        }
        try (JdbiStore store = JdbiStore.open(settings.withPhoneNumbers(GERMAN))) {
            TestOrganization home = before.over(store);
            home.change(ada, Patch.of(ContactField.PHONE, "040 5550125"));
            home.delete(bo);
            derive(home.contacts4j());
        }
        assertThat(StoredText.ofTables(settings))
                .contains("+49405550125")
                .doesNotContain("0405550123", "0405550124", "+49405550124");
    }

    @ParameterizedTest
    @EnumSource
    void matchesRowsByTheKeysThatContactsHadBeforeTheChange(Kind kind) throws SQLException {
        DatabaseSettings settings = kind.fresh(folder);
        TestOrganization before;
        try (JdbiStore store = JdbiStore.open(settings)) {
            before = TestOrganization.in(store);
            before.keep(aContact().named("Ada").withCode("A").with(ContactField.PHONE, NATIONAL));
            Importing.into(before)
                    .matchingBy(MatchBy.CODE)
                    .updating()
                    .rows(named("Ada Lovelace").code("A"));
        }
        try (JdbiStore store = JdbiStore.open(settings.withPhoneNumbers(GERMAN))) {
            TestOrganization home = before.over(store);
            derive(home.contacts4j());
            assertThat(counts(Importing.into(home).rows(named("Ada").phone(INTERNATIONAL))))
                    .containsExactly(0, 0, 1, 0);
        }
    }

    @ParameterizedTest
    @EnumSource
    void derivesAgainWhatAnotherNodeWroteBeforeItWasRestarted(Kind kind) throws SQLException {
        DatabaseSettings settings = kind.fresh(folder);
        TestOrganization before;
        try (JdbiStore store = JdbiStore.open(settings)) {
            before = TestOrganization.in(store);
        }
        try (JdbiStore store = JdbiStore.open(settings.withPhoneNumbers(GERMAN))) {
            derive(before.over(store).contacts4j());
        }
        // Stands for a node with the old setting that still writes.
        StoredText.change(settings, "update phone_form_version set version = 'digits'");
        try (JdbiStore old = JdbiStore.open(settings)) {
            Contacts4J contacts4j = before.over(old).contacts4j();
            StoredText.change(
                    settings,
                    "update phone_form_version set version = '" + GERMAN.version() + "', changed_since = null");
            contacts4j
                    .contacts()
                    .create(before.ada(), Patch.of(ContactField.NAME, "Late").set(ContactField.PHONE, NATIONAL));
        }
        try (JdbiStore store = JdbiStore.open(settings.withPhoneNumbers(GERMAN))) {
            TestOrganization home = before.over(store);
            assertThat(home.found(INTERNATIONAL)).isEmpty();
            derive(home.contacts4j());
            assertThat(home.found(INTERNATIONAL)).containsExactly("Late");
        }
    }

    @ParameterizedTest
    @EnumSource
    void reportsANodeWhoseSettingIsNotThatOfTheDatabase(Kind kind) throws SQLException {
        DatabaseSettings settings = kind.fresh(folder);
        try (JdbiStore store = JdbiStore.open(settings)) {
            StoredText.change(settings, "update phone_form_version set version = '" + GERMAN.version() + "'");
            try (Workers running = Workers.of(Contacts4J.builder(store).build()).start()) {
                await().until(() -> statusOf(running).isFailing());
            }
        }
    }

    /** Runs the background tasks until no contact is left. */
    private static void derive(Contacts4J contacts4j) {
        try (Workers running = Workers.of(contacts4j).start()) {
            await().atMost(Duration.ofSeconds(30)).until(() -> statusOf(running).lastSuccess() != null);
        }
    }

    private static TaskStatus statusOf(Workers running) {
        return running.statuses().stream()
                .filter(task -> task.name().equals("phone-numbers"))
                .findFirst()
                .orElseThrow();
    }
}
