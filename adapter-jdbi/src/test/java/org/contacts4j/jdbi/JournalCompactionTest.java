package org.contacts4j.jdbi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.contacts4j.application.Contacts4J;
import org.contacts4j.application.tag.CountedTag;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.id.TagId;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.domain.patch.Patch;
import org.contacts4j.domain.patch.Precondition;
import org.contacts4j.jdbi.counter.JournalCompaction;
import org.contacts4j.jdbi.counter.RecordCounters;
import org.contacts4j.jdbi.sql.Database;
import org.contacts4j.jdbi.sql.H2Database;
import org.contacts4j.jdbi.sql.PostgresDatabase;
import org.contacts4j.jdbi.tag.TagCounters;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.sqlobject.SqlObjectPlugin;
import org.junit.jupiter.api.Test;

/** Checks that compaction does not change any count that callers see. */
final class JournalCompactionTest {

    private static final String ENTRIES = """
            insert into counter_journal (organization_id, kind, change)
            select 'home', 'contact.active', 1 from generate_series(1, 2000)
            """;

    private final Caller ada = Caller.member("home", "ada");

    @Test
    void addsUpOnH2() {
        DatabaseSettings settings = DatabaseSettings.of("jdbc:h2:mem:" + UUID.randomUUID(), null, null);
        addsUp(new H2Database(), settings);
    }

    @Test
    void addsUpOnPostgres() {
        addsUp(new PostgresDatabase(false), TestPostgres.freshSettings());
    }

    /** Otherwise every total would read the remains of the entries of the last minute. */
    @Test
    void readsAsLittleForATotalAfterManyWritesAsBefore() {
        DatabaseSettings settings = TestPostgres.freshSettings();
        Database database = new PostgresDatabase(false);
        Jdbi jdbi = Jdbi.create(settings.url()).installPlugin(new SqlObjectPlugin());
        JdbiStore.open(settings).close();
        JournalCompaction compaction = TagCounters.compaction(database);
        for (int second = 0; second < 20; second++) {
            jdbi.useHandle(handle -> handle.execute(ENTRIES));
            assertThat(compaction.run(jdbi, () -> {}))
                    .as("whether many entries were written")
                    .isTrue();
        }
        assertThat(compaction.run(jdbi, () -> {})).isFalse();
        assertThat(blocksOfATotal(jdbi)).isLessThan(20);
    }

    /** Returns the number of blocks that PostgreSQL reads for the total of an organization. */
    private static int blocksOfATotal(Jdbi jdbi) {
        String total = "select " + RecordCounters.total(new PostgresDatabase(true));
        String plan = jdbi.withHandle(handle -> String.join(
                "\n",
                handle.createQuery("explain (analyze, buffers) " + total)
                        .bind("organization", "home")
                        .bindArray("kinds", String.class, "contact.active")
                        .mapTo(String.class)
                        .list()));
        assertThat(plan).contains("actual");
        Matcher blocks = Pattern.compile("Buffers: shared hit=(\\d+)").matcher(plan);
        assertThat(blocks.find()).isTrue();
        return Integer.parseInt(blocks.group(1));
    }

    private void addsUp(Database database, DatabaseSettings settings) {
        Jdbi jdbi = Jdbi.create(database.complete(settings.url())).installPlugin(new SqlObjectPlugin());
        try (JdbiStore store = JdbiStore.open(settings)) {
            Contacts4J contacts4j = Contacts4J.builder(store).build();
            Contact first = contacts4j.contacts().create(ada, tagged("VIP", "lead"));
            contacts4j.contacts().create(ada, tagged("vip"));
            seesTheSameAfterwards(contacts4j, jdbi, database, "lead 1", "VIP 2");
            contacts4j.contacts().update(ada, first.id(), tagged("Lead", "new"), Precondition.none());
            contacts4j.tags().create(ada, "NEW");
            seesTheSameAfterwards(contacts4j, jdbi, database, "lead 1", "new 1", "VIP 1");
            contacts4j.tags().remove(ada, TagId.of(ada.organization(), "vip"));
            contacts4j.contacts().remove(ada, first.id(), Precondition.none());
            seesTheSameAfterwards(contacts4j, jdbi, database, "lead 0", "new 0");
            contacts4j.contacts().create(ada, tagged("Vip"));
            seesTheSameAfterwards(contacts4j, jdbi, database, "lead 0", "new 0", "Vip 1");
        }
    }

    private void seesTheSameAfterwards(Contacts4J contacts4j, Jdbi jdbi, Database database, String... tags) {
        List<CountedTag> before = contacts4j.tags().list(ada).tags();
        assertThat(before)
                .extracting(counted -> counted.tag().name() + " " + counted.contacts())
                .containsExactly(tags);
        TagCounters.compaction(database).run(jdbi, () -> {});
        long entries = jdbi.withHandle(handle -> handle.select("select count(*) from counter_journal")
                .mapTo(Long.class)
                .one());
        assertThat(entries).isZero();
        assertThat(contacts4j.tags().list(ada).tags()).isEqualTo(before);
    }

    private static Patch<Contact> tagged(String... tags) {
        return Patch.of(ContactField.NAME, "Somebody").set(ContactField.TAGS, List.of(tags));
    }
}
