package org.contacts4j.jdbi.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contacts4j.contract.company.CompanyFixture.aCompany;
import static org.contacts4j.contract.contact.ContactFixture.aContact;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.contacts4j.contract.TestOrganization;
import org.contacts4j.domain.company.Company;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.contact.PhoneNumbers;
import org.contacts4j.jdbi.DatabaseSettings;
import org.contacts4j.jdbi.JdbiStore;
import org.contacts4j.jdbi.TestPostgres;
import org.contacts4j.jdbi.backup.DatabaseCopy.CopiedTable;
import org.contacts4j.jdbi.connection.Connections;
import org.contacts4j.jdbi.filter.FilterKeys;
import org.contacts4j.jdbi.filter.TagWeekKeys;
import org.contacts4j.jdbi.mapping.Json;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DatabaseCopyTest {

    private static final String ORPHAN = """
            insert into former_match_key (organization_id, match_key, contact_id)
            values ('x', 'x', '00000000-0000-4000-8000-00000000000a')
            """;

    @TempDir
    private Path folder;

    private final DatabaseSettings target = TestPostgres.freshSettings();

    /** Fails when a table is added that the copy does not include, or a type that it cannot convert. */
    @Test
    void copiesARowOfEveryTable() {
        openOnce(source());
        openOnce(target);
        TreeSet<String> tables = new TreeSet<>(fillEveryTable());
        tables.removeAll(DatabaseCopy.ONLY_ON_H2);

        List<CopiedTable> copied = DatabaseCopy.run(source(), target, (step, rows) -> {});

        assertThat(copied).extracting(CopiedTable::name).containsExactlyElementsOf(tables);
        assertThat(copied).extracting(CopiedTable::rows).containsOnly(1L);
    }

    @Test
    void createsTheSameColumnsThatWritingTheContactsCreates() {
        TestOrganization home;
        List<Contact> contacts;
        try (JdbiStore store = JdbiStore.open(source())) {
            home = TestOrganization.in(store);
            Company acme = home.keep(aCompany().named("Acmé"));
            List<Contact> kept = home.keepAll(
                    aContact().named("Ada Łovelace").at(acme).tagged("VIP", "vip two"),
                    aContact()
                            .named("Grace \"Hopper\" \\ ÿ𝄞")
                            .with(ContactField.NOTES, "tab\tbackslash \\N line\nend")
                            .with(ContactField.SOURCE, "fair; \"booth\"")
                            .with(
                                    ContactField.CUSTOM_FIELDS,
                                    Map.of("score", 12.5, "day", "2026-02-03", "deep", "a,b")));
            contacts = kept.stream().map(Contact::id).map(home::get).toList();
        }

        DatabaseCopy.run(source(), target, (step, rows) -> {});

        try (JdbiStore store = JdbiStore.open(target)) {
            TestOrganization copy = home.over(store);
            for (Contact contact : contacts) {
                assertThat(copy.get(contact.id())).isEqualTo(contact);
                assertDerivedColumns(contact);
            }
            assertThat(copy.found("OVELACE")).containsExactly("Ada Łovelace");
            assertThat(copy.tags()).containsExactlyElementsOf(List.of("VIP 1", "vip two 1"));
            copy.keep(aContact().named("Created afterwards")); // the journal continues after the copied ids
        }
    }

    @Test
    void leavesTheForeignKeysOfTheTargetAsTheyWere() {
        openOnce(source());
        openOnce(target);
        List<Map<String, Object>> before = foreignKeys();

        DatabaseCopy.run(source(), target, (step, rows) -> {});

        assertThat(foreignKeys()).isNotEmpty().isEqualTo(before);
    }

    @Test
    void changesNothingInATargetWithRecords() {
        openOnce(source());
        try (JdbiStore store = JdbiStore.open(target)) {
            TestOrganization.in(store).keep(aContact().named("Ada"));
        }

        assertThatThrownBy(() -> DatabaseCopy.run(source(), target, (step, rows) -> {}))
                .isInstanceOf(CannotCopyDatabase.class)
                .hasMessageContaining("already has records");
        assertThat(contactsInTarget()).isEqualTo(1);
    }

    @Test
    void leavesTheTargetEmptyWhenItFailsHalfWay() {
        openOnce(source());
        openOnce(target);
        List<Map<String, Object>> before = foreignKeys();
        try (JdbiStore store = JdbiStore.open(source())) {
            TestOrganization.in(store).keep(aContact().named("Ada"));
        }
        try (Handle h2 = Jdbi.open(Connections.connectToExisting(source()))) {
            h2.execute("set referential_integrity false");
            h2.execute(ORPHAN);
        }

        assertThatThrownBy(() -> DatabaseCopy.run(source(), target, (step, rows) -> {}))
                .isInstanceOf(CannotCopyDatabase.class)
                .hasMessageContaining("former_match_key_contact")
                .hasMessageContaining("the target is as before");
        assertThat(contactsInTarget()).isZero();
        assertThat(foreignKeys()).isEqualTo(before);
    }

    private void assertDerivedColumns(Contact contact) {
        try (Handle postgres = Jdbi.open(Connections.connectToExisting(target))) {
            Map<String, Object> row = postgres.createQuery("""
                            select filter_keys::text as filter_keys, array_to_string(tag_weeks, ',') as tag_weeks
                            from contact where id = :id
                            """)
                    .bind("id", contact.id().value())
                    .mapToMap()
                    .one();
            assertThat(Json.readData(String.valueOf(row.get("filter_keys"))))
                    .isEqualTo(FilterKeys.of(contact, PhoneNumbers.DIGITS));
            assertThat(row.get("tag_weeks")).isEqualTo(String.join(",", TagWeekKeys.of(contact)));
        }
    }

    /** Inserts one row into every table of the source, and returns the names of the tables. */
    private List<String> fillEveryTable() {
        try (Handle h2 = Jdbi.open(Connections.connectToExisting(source()));
                Handle postgres = Jdbi.open(Connections.connectToExisting(target))) {
            SortedMap<String, TableSchema> onPostgres = TableSchema.readAll(postgres);
            SortedMap<String, TableSchema> onH2 = TableSchema.readAll(h2);
            onH2.remove(Connections.HISTORY_TABLE);
            h2.execute("set referential_integrity false");
            onH2.values().forEach(table -> {
                TableSchema counterpart = onPostgres.getOrDefault(table.name(), table);
                List<TableSchema.Column> types = counterpart.inOrderOf(table).columns();
                String values = table.columns().stream()
                        .map(column -> value(
                                column.type(),
                                types.get(table.columns().indexOf(column)).type()))
                        .collect(Collectors.joining(", "));
                h2.execute("delete from " + table.quoted());
                h2.execute("insert into " + table.quoted() + " (" + table.columnList()
                        + ") overriding system value values (" + values + ")");
            });
            return List.copyOf(onH2.keySet());
        }
    }

    /** Returns a literal of H2. All values of a type are equal, so that foreign keys refer to existing rows. */
    private static String value(String type, String typeOnPostgres) {
        return switch (type) {
            case "character varying" ->
                switch (typeOnPostgres) {
                    case "jsonb" -> "'{\"b\": [1.50, 1e2, null, \"é\"], \"a\": {}}'";
                    case "numeric" -> "'1.50'";
                    default -> "'x'";
                };
            case "binary varying" -> typeOnPostgres.equals("text") ? "X'c3a9'" : "X'00ff5c'";
            case "uuid" -> "uuid '00000000-0000-4000-8000-000000000001'";
            case "timestamp with time zone" -> "timestamp with time zone '2026-02-03 04:05:06.789123+02'";
            case "bigint", "integer" -> "7";
            case "boolean" -> "true";
            case "array" -> "array['x', 'a \"quoted\" \\, part', '']";
            default -> throw new AssertionError("no value for the type " + type);
        };
    }

    private List<Map<String, Object>> foreignKeys() {
        try (Handle postgres = Jdbi.open(Connections.connectToExisting(target))) {
            return postgres.createQuery("""
                            select conrelid::regclass::text, conname, pg_get_constraintdef(oid)
                            from pg_constraint where contype = 'f' order by 1, 2
                            """).mapToMap().list();
        }
    }

    private long contactsInTarget() {
        try (Handle postgres = Jdbi.open(Connections.connectToExisting(target))) {
            return postgres.createQuery("select count(*) from contact")
                    .mapTo(Long.class)
                    .one();
        }
    }

    private static void openOnce(DatabaseSettings settings) {
        JdbiStore.open(settings).close();
    }

    private DatabaseSettings source() {
        return DatabaseSettings.h2File(folder.resolve("contacts"));
    }
}
