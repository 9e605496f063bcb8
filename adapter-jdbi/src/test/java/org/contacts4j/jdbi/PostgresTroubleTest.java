package org.contacts4j.jdbi;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.contacts4j.contract.TestOrganization;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.patch.Patch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Checks that failures of PostgreSQL itself are reported as unavailability, which ends when PostgreSQL recovers. */
final class PostgresTroubleTest {

    private static final String PIDS = "select pid from pg_stat_activity where application_name = 'contacts4j'";
    private static final long MOST_UNTIL_RECOVERY = TimeUnit.SECONDS.toNanos(10);

    private final List<ContactId> acknowledged = new ArrayList<>();
    private EmbeddedPostgres postgres;
    private JdbiStore store;
    private TestOrganization home;

    @BeforeEach
    void open() throws Exception {
        postgres = TestPostgres.startServer(options -> options);
        store = JdbiStore.open(TestPostgres.settings(postgres));
        home = TestOrganization.in(store);
        create();
    }

    @AfterEach
    void close() throws Exception {
        store.close();
        postgres.close();
    }

    /** PostgreSQL reports this as an internal error. If its log cannot be written, it restarts. */
    @Test
    void survivesWritesThatTheSystemRefuses() throws Exception {
        ask(PIDS).forEach(pid -> run("prlimit", "--pid", pid, "--fsize=65536:unlimited"));
        awaitTrouble();
        ask(PIDS).forEach(pid -> run("prlimit", "--pid", pid, "--fsize=unlimited:unlimited"));
        awaitRecovery();
        assertThat(acknowledged).allMatch(id -> home.contacts4j().contacts().get(home.ada(), id) != null);
    }

    @Test
    void replacesConnectionsThatAnAdministratorEnded() throws Exception {
        ask("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'contacts4j'");
        awaitRecovery();
    }

    /** A standby is read-only, and so is a database during a switchover. */
    @Test
    void tellsReadOnlyAsTrouble() throws Exception {
        ask("alter database postgres set default_transaction_read_only = on");
        ask("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'contacts4j'");
        awaitTrouble();
        assertThat(create()).isFalse();
        ask("begin read write; alter database postgres set default_transaction_read_only = off; commit");
        awaitRecovery();
    }

    private void awaitTrouble() {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (create()) {
            assertThat(System.nanoTime()).as("nothing failed").isLessThan(deadline);
        }
    }

    private void awaitRecovery() {
        long deadline = System.nanoTime() + MOST_UNTIL_RECOVERY;
        while (!create()) {
            assertThat(System.nanoTime()).as("not well again").isLessThan(deadline);
        }
    }

    /** Returns whether the contact was created. Any failure other than unavailability fails the test. */
    private boolean create() {
        try {
            Patch<Contact> fields = Patch.of(ContactField.NAME, "Ada Lovelace")
                    .set(ContactField.NOTES, "She wrote the first programme. ".repeat(100));
            acknowledged.add(
                    home.contacts4j().contacts().create(home.ada(), fields).id());
            return true;
        } catch (ContactsFailure.Unavailable e) {
            return false;
        }
    }

    private List<String> ask(String sql) throws Exception {
        List<String> rows = new ArrayList<>();
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
            try (ResultSet row = statement.getResultSet()) {
                while (row != null && row.next()) {
                    rows.add(row.getString(1));
                }
            }
        }
        return rows;
    }

    private static void run(String... command) {
        try {
            assertThat(new ProcessBuilder(command).inheritIO().start().waitFor())
                    .isZero();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
