package org.contacts4j.contract.importing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.contacts4j.application.importing.ImportOptions;
import org.contacts4j.application.importing.ImportRow;
import org.contacts4j.application.importing.ImportSummary;
import org.contacts4j.application.importing.matching.MatchBy;
import org.contacts4j.contract.TestOrganization;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.domain.patch.Patch;

/** A fixture for imports into an organization. */
public record Importing(TestOrganization home, Caller caller, ImportOptions options) {

    public static Importing into(TestOrganization home) {
        return new Importing(home, home.ada(), ImportOptions.DEFAULT);
    }

    public Importing as(Caller caller) {
        return new Importing(home, caller, options);
    }

    public Importing matchingBy(MatchBy by) {
        return with(new ImportOptions(by, options.updateExisting(), options.dryRun(), options.tags()));
    }

    public Importing updating() {
        return with(new ImportOptions(options.matchBy(), true, options.dryRun(), options.tags()));
    }

    public Importing dryly() {
        return with(new ImportOptions(options.matchBy(), options.updateExisting(), true, options.tags()));
    }

    public Importing clearingDoNotContact() {
        return with(new ImportOptions(
                options.matchBy(), options.updateExisting(), options.dryRun(), options.tags(), true, options.file()));
    }

    public Importing tagging(String... tags) {
        return with(new ImportOptions(options.matchBy(), options.updateExisting(), options.dryRun(), List.of(tags)));
    }

    public ImportSummary rows(Row... rows) {
        return rows(Arrays.asList(rows));
    }

    public ImportSummary rows(List<Row> rows) {
        List<ImportRow> numbered = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            numbered.add(new ImportRow(i + 2, rows.get(i).id(), rows.get(i).fields(), List.of()));
        }
        return home.contacts4j().imports().run(caller, options, numbered.iterator());
    }

    /** Returns the numbers of created, updated, skipped and failed rows. */
    public static List<Integer> counts(ImportSummary summary) {
        return List.of(
                (int) summary.created(), (int) summary.updated(), (int) summary.skipped(), (int) summary.failed());
    }

    /** Returns each failed row with its invalid field, such as {@code 3 email}. */
    public static List<String> faults(ImportSummary summary) {
        return summary.errors().stream()
                .map(error -> error.row() + " " + error.fault().field())
                .toList();
    }

    /** Returns each warning with its row and field, such as {@code 3 website}. */
    public static List<String> warnings(ImportSummary summary) {
        return summary.warnings().stream()
                .map(warning -> warning.row() + " " + warning.fault().field())
                .toList();
    }

    private Importing with(ImportOptions changed) {
        return new Importing(home, caller, changed);
    }

    /** A row. Immutable. */
    public record Row(String id, Patch<Contact> fields) {

        public static Row named(String name) {
            return new Row(null, Patch.of(ContactField.NAME, name));
        }

        public static Row mailing(String email) {
            return new Row(null, Patch.of(ContactField.EMAIL, email));
        }

        public static Row phoning(String phone) {
            return new Row(null, Patch.of(ContactField.PHONE, phone));
        }

        public static Row withId(Object id) {
            return new Row(id.toString(), Patch.empty());
        }

        public Row email(String email) {
            return with(fields -> fields.set(ContactField.EMAIL, email));
        }

        public Row phone(String phone) {
            return with(fields -> fields.set(ContactField.PHONE, phone));
        }

        public Row at(String company) {
            return with(fields -> fields.set(ContactField.COMPANY_NAME, company));
        }

        public Row code(String code) {
            return with(fields -> fields.set(ContactField.CODE, code));
        }

        public Row name(String name) {
            return with(fields -> fields.set(ContactField.NAME, name));
        }

        public Row tags(String... tags) {
            return with(fields -> fields.set(ContactField.TAGS, List.of(tags)));
        }

        public Row with(UnaryOperator<Patch<Contact>> change) {
            return new Row(id, change.apply(fields));
        }
    }
}
