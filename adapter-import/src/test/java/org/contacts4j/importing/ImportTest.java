package org.contacts4j.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.contacts4j.application.Contacts4J;
import org.contacts4j.application.Workers;
import org.contacts4j.application.background.TaskStatus;
import org.contacts4j.application.importing.FileOptions;
import org.contacts4j.application.importing.ImportJob;
import org.contacts4j.application.importing.ImportOptions;
import org.contacts4j.application.importing.ImportState;
import org.contacts4j.application.importing.ImportSummary;
import org.contacts4j.application.page.PageRequest;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.customfield.LocalForms;
import org.contacts4j.domain.filter.Filter;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.importing.ImportFile.Rows;
import org.contacts4j.inmemory.InMemoryStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests that an application without the HTTP server imports files. */
class ImportTest {

    private static final Caller ADA = Caller.member("acme", "ada");

    private static final String TABLE = """
            First name;Last name;E-mail;Company;Shoe
            Ada;Lovelace;ada@example.org;Analytical Ltd;39
            Charles;Babbage;no address;;
            Mary;Somerville;mary@example.org;;
            """;

    private final Contacts4J contacts4j =
            Contacts4J.builder(new InMemoryStore()).build();

    @TempDir
    Path folder;

    @Test
    void importsATable() throws IOException {
        ImportFile file = ImportFile.read(written(TABLE), false, FileOptions.DEFAULT);
        assertThat(file.count()).isEqualTo(3);
        assertThat(file.mapping()).containsEntry("E-mail", "email").doesNotContainKey("Shoe");
        assertThat(file.unmapped()).containsExactly("Shoe");
        try (Rows rows = file.rows()) {
            ImportSummary summary = contacts4j.imports().run(ADA, ImportOptions.DEFAULT, rows);
            assertThat(summary.created()).isEqualTo(2);
            assertThat(summary.errors()).singleElement().satisfies(error -> {
                assertThat(error.row()).isEqualTo(3);
                assertThat(error.fault().field()).isEqualTo("email");
            });
        }
        assertThat(names()).containsExactly("Ada Lovelace", "Mary Somerville");
    }

    @Test
    void importsAListOfContacts() throws IOException {
        ImportFile file = ImportFile.read(
                written("{\"dryRun\": false, \"contacts\": [{\"name\": \"Ada\"}, 1]}"), true, FileOptions.DEFAULT);
        assertThat(file.members()).containsOnlyKeys("dryRun");
        try (Rows rows = file.rows()) {
            ImportSummary summary = contacts4j.imports().run(ADA, ImportOptions.DEFAULT, rows);
            assertThat(summary.created()).isEqualTo(1);
            assertThat(summary.failed()).isEqualTo(1);
        }
        assertThat(names()).containsExactly("Ada");
    }

    @Test
    void importsLinesOfJsonAndListsMembersThatContactsDoNotHave() throws IOException {
        FileOptions options = new FileOptions(null, null, Map.of("Beruf", "metadata.title"), LocalForms.UNAMBIGUOUS);
        ImportFile file = ImportFile.read(
                written("{\"name\": \"Ada\", \"Beruf\": \"Countess\", \"shoe\": 39}\n\n{\"name\": \n"), true, options);
        assertThat(file.count()).isEqualTo(2);
        try (Rows rows = file.rows()) {
            ImportSummary summary = contacts4j.imports().run(ADA, ImportOptions.DEFAULT, rows);
            assertThat(summary.created()).isEqualTo(1);
            assertThat(summary.errors())
                    .singleElement()
                    .satisfies(error -> assertThat(error.row()).isEqualTo(2));
        }
        assertThat(file.mapping()).containsExactlyEntriesOf(Map.of("Beruf", "metadata.title"));
        assertThat(file.unmapped()).containsExactly("shoe");
    }

    @Test
    void refusesAMappingOfVcards() throws IOException {
        Path file = written("BEGIN:VCARD\nVERSION:4.0\nFN:Ada\nEND:VCARD\n");
        FileOptions options = new FileOptions(null, null, Map.of("FN", "name"), LocalForms.UNAMBIGUOUS);
        assertThatThrownBy(() -> ImportFile.read(file, false, options))
                .isInstanceOf(ContactsFailure.Invalid.class)
                .hasMessageContaining("mapping");
    }

    @Test
    void refusesAFileWithoutKnownColumns() throws IOException {
        Path file = written("Shoe\n39\n");
        assertThatThrownBy(() -> ImportFile.read(file, false, FileOptions.DEFAULT))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("none of its names is known");
    }

    @Test
    void runsImportsInTheBackgroundAndListsTheFailedRows() throws Exception {
        try (Workers workers = Workers.of(contacts4j, ImportWorker.worker()).start();
                InputStream table = new ByteArrayInputStream(TABLE.getBytes(StandardCharsets.UTF_8))) {
            ImportJob job = contacts4j.importJobs().submit(ADA, ImportOptions.DEFAULT, "people.csv", false, table);
            ImportJob done = finished(job);
            assertThat(done.state()).isEqualTo(ImportState.DONE);
            assertThat(names()).containsExactly("Ada Lovelace", "Mary Somerville");
            ByteArrayOutputStream errors = new ByteArrayOutputStream();
            ErrorsCsv.write(
                    done.columns(), null, after -> contacts4j.importJobs().failures(ADA, done, after, 10), errors);
            assertThat(errors.toString(StandardCharsets.UTF_8))
                    .contains("Charles,Babbage,no address,")
                    .doesNotContain("Lovelace");
            assertThat(workers.statuses()).allMatch(TaskStatus::running);
        }
    }

    @Test
    void needsNoHttpServerOnTheClassPath() {
        assertThatThrownBy(() -> Class.forName("io.javalin.Javalin")).isInstanceOf(ClassNotFoundException.class);
    }

    private Path written(String text) throws IOException {
        return Files.writeString(folder.resolve("people"), text);
    }

    private List<String> names() {

        return contacts4j.contacts().list(ADA, Filter.matchAll(), PageRequest.first(10)).items().stream()
                .map(Contact::name)
                .map(name -> name.full())
                .toList();
    }

    private ImportJob finished(ImportJob job) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(
                        () -> contacts4j.importJobs().get(ADA, job.id()),
                        now -> now.state() == ImportState.DONE || now.state() == ImportState.FAILED);
    }
}
