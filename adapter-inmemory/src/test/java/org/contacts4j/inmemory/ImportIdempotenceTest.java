package org.contacts4j.inmemory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.contacts4j.application.Contacts4J;
import org.contacts4j.application.TimeOrderedIds;
import org.contacts4j.application.importing.ImportOptions;
import org.contacts4j.application.importing.ImportRow;
import org.contacts4j.application.importing.ImportSummary;
import org.contacts4j.application.importing.matching.MatchBy;
import org.contacts4j.application.page.PageRequest;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.filter.Filter;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.domain.patch.Field;
import org.contacts4j.domain.patch.Patch;
import org.jspecify.annotations.Nullable;

/**
 * Verifies that importing the same rows again creates no contact, and that a dry run reports what a real import does.
 */
final class ImportIdempotenceTest {

    private static final Caller ADA = Caller.member("acme", "ada");

    @Property(tries = 300)
    void makesNothingTheSecondTime(
            @ForAll("rows") List<Row> rows, @ForAll MatchBy by, @ForAll boolean update, @ForAll boolean tagging) {
        ImportOptions options = new ImportOptions(by, update, false, tagging ? List.of("fair") : List.of());
        TwoImports twice = TwoImports.importing(rows, options, new InMemoryStore());
        assertThat(twice.first.total()).isEqualTo(rows.size());
        assertThat(twice.second.total()).isEqualTo(rows.size());
        assertThat(twice.before).hasSize((int) twice.first.created());
        assertThat(twice.after).hasSize((int) (twice.first.created() + twice.second.created()));
        assertThat(twice.second.created()).isLessThanOrEqualTo(twice.refusedForTheirCode());
        if (!update) {
            assertThat(twice.second.created()).isZero();
            assertThat(twice.after).isEqualTo(twice.before);
        }
    }

    @Property(tries = 300)
    void makesNothingTheSecondTimeAmongContactsOfEarlierImports(
            @ForAll("rows") List<Row> others,
            @ForAll("rows") List<Row> rows,
            @ForAll MatchBy by,
            @ForAll boolean update) {
        InMemoryStore store = new InMemoryStore();
        TwoImports.importing(others, new ImportOptions(MatchBy.EMAIL, true, false, List.of()), store);
        TwoImports twice = TwoImports.importing(rows, new ImportOptions(by, update, false, List.of()), store);
        assertThat(twice.second.created()).isLessThanOrEqualTo(twice.refusedForTheirCode());
    }

    @Property(tries = 300)
    void leavesEveryContactAsTheFirstTimeLeftIt(@ForAll("rows") List<Row> rows, @ForAll boolean tagging) {
        List<Row> mailing = rows.stream().filter(row -> row.email != null).toList();
        ImportOptions options = new ImportOptions(MatchBy.EMAIL, true, false, tagging ? List.of("fair") : List.of());
        TwoImports twice = TwoImports.importing(mailing, options, new InMemoryStore());
        assertThat(twice.second.created()).isLessThanOrEqualTo(twice.refusedForTheirCode());
        for (int i = 0; !twice.hasRowsRefusedForTheirCode() && i < twice.after.size(); i++) {
            Contact was = twice.before.get(i);
            Contact is = twice.after.get(i);
            assertThat(ContactField.all()).noneMatch(field -> field.differs(was, is));
        }
    }

    @Property(tries = 200)
    void tellsInADryRunWhatWillHappen(@ForAll("rows") List<Row> rows, @ForAll MatchBy by) {
        Contacts4J contacts4j = Contacts4J.builder(new InMemoryStore())
                .ids(new TimeOrderedIds(Clock.systemUTC(), new Random(1)))
                .build();
        ImportOptions real = new ImportOptions(by, false, false, List.of());
        ImportOptions dry = new ImportOptions(by, false, true, List.of());
        ImportSummary told = contacts4j.imports().run(ADA, dry, numbered(rows).iterator());
        ImportSummary done = contacts4j.imports().run(ADA, real, numbered(rows).iterator());
        assertThat(List.of(told.created(), told.skipped(), told.failed()))
                .containsExactly(done.created(), done.skipped(), done.failed());
    }

    @Provide
    Arbitrary<List<Row>> rows() {
        return Combinators.combine(
                        oneOf("Ada", "ADA", "Bo", "Cy"),
                        oneOf("a@x.org", "A@x.org", "b@x.org", "bad"),
                        oneOf("555 0101", "5550101", "555 0102", "none"),
                        oneOf("X", "Y"),
                        oneOf("note", "other"))
                .as(Row::new)
                .filter(Row::makesAContact)
                .list()
                .ofMaxSize(8);
    }

    private static Arbitrary<String> oneOf(String... texts) {
        return Arbitraries.of(texts).injectNull(0.5);
    }

    private static List<ImportRow> numbered(List<Row> rows) {
        List<ImportRow> numbered = new ArrayList<>();
        for (Row row : rows) {
            numbered.add(new ImportRow(numbered.size() + 2, null, row.fields(), List.of()));
        }
        return numbered;
    }

    private static List<Contact> all(Contacts4J contacts4j) {
        return contacts4j.contacts().list(ADA, Filter.matchAll(), PageRequest.first(100)).items().stream()
                .sorted((one, other) -> one.id().toString().compareTo(other.id().toString()))
                .toList();
    }

    /** The results of importing the same rows twice, with the contacts after each import. */
    record TwoImports(ImportSummary first, List<Contact> before, ImportSummary second, List<Contact> after) {

        static TwoImports importing(List<Row> rows, ImportOptions options, InMemoryStore store) {
            Contacts4J contacts4j = Contacts4J.builder(store).build();
            ImportSummary first =
                    contacts4j.imports().run(ADA, options, numbered(rows).iterator());
            List<Contact> before = all(contacts4j);
            ImportSummary second =
                    contacts4j.imports().run(ADA, options, numbered(rows).iterator());
            return new TwoImports(first, before, second, all(contacts4j));
        }

        /**
         * Returns the number of errors about a duplicate code. These rows are retried in the second import, when the
         * other contact may have changed its code.
         */
        long refusedForTheirCode() {
            return refusedForTheirCode(first);
        }

        /**
         * Returns whether either import refused a row for its code. A code that moves from one contact to another within
         * the file is free for a row in the first import, and taken in the second one.
         */
        boolean hasRowsRefusedForTheirCode() {
            return refusedForTheirCode(first) + refusedForTheirCode(second) > 0;
        }

        private static long refusedForTheirCode(ImportSummary summary) {
            return summary.errors().stream()
                    .filter(error -> error.fault().field().equals(ContactField.CODE.name()))
                    .count();
        }
    }

    record Row(
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String code,
            @Nullable String notes) {

        /**
         * Rows without a name, e-mail and phone are excluded. Such a row can fail in the first import, and update a
         * contact of a later row in the second one.
         */
        boolean makesAContact() {
            return name != null || email != null || phone != null;
        }

        Patch<Contact> fields() {
            return put(
                    put(
                            put(
                                    put(put(Patch.empty(), ContactField.NAME, name), ContactField.EMAIL, email),
                                    ContactField.PHONE,
                                    phone),
                            ContactField.CODE,
                            code),
                    ContactField.NOTES,
                    notes);
        }

        private static Patch<Contact> put(Patch<Contact> fields, Field<Contact, String> field, @Nullable String value) {
            return value == null ? fields : fields.set(field, value);
        }
    }
}
