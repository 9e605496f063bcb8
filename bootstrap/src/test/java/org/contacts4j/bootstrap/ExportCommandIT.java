package org.contacts4j.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Verifies that {@code contacts4j export} writes a file that {@code contacts4j import} reads. */
class ExportCommandIT {

    private static final int PEOPLE = 2_000;

    @TempDir
    private Path directory;

    @Test
    void exportsWhatWasImported() throws Exception {
        Files.writeString(
                directory.resolve("people.vcf"), "BEGIN:VCARD\nVERSION:3.0\nFN:Ada\nEMAIL:ada@x.org\nEND:VCARD\n");
        try (ServerProcess server = ServerProcess.start(directory, "--port", "0")) {
            String url = server.url().toString();
            Outcome imported = ServerProcess.run(directory, "import", "people.vcf", "--org", "acme", "--server", url);
            assertThat(imported.out()).contains("1 created");
            Outcome exported = ServerProcess.run(
                    directory, "export", "people.csv", "--org", "acme", "--columns", "name,email", "--server", url);
            assertThat(exported.err()).isEmpty();
            assertThat(exported.exitCode()).isZero();
            assertThat(Files.readString(directory.resolve("people.csv")))
                    .isEqualTo("\uFEFFname,email\r\nAda,ada@x.org\r\n");
            Outcome cards =
                    ServerProcess.run(directory, "export", "all.vcf", "--org", "acme", "--photos", "--server", url);
            assertThat(cards.exitCode()).isZero();
            assertThat(Files.readString(directory.resolve("all.vcf"))).startsWith("BEGIN:VCARD");
            Outcome refused = ServerProcess.run(
                    directory, "export", "x.csv", "--org", "acme", "--columns", "shoe", "--server", url);
            assertThat(refused.err()).contains("400");
            assertThat(directory.resolve("x.csv")).doesNotExist();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"people.csv", "people.jsonl", "people.vcf", "people.json"})
    void continuesBehindTheLastContactWhenTheConnectionBreaks(String file) throws Exception {
        try (ServerProcess server = serverWithPeople();
                CuttingProxy proxy = new CuttingProxy(server.url(), 2, 100_003, () -> {})) {
            assertThat(export(file, proxy.url()).exitCode()).isZero();
            byte[] whole = Files.readAllBytes(directory.resolve(file));
            assertThat(export(file, server.url().toString()).exitCode()).isZero();
            assertThat(whole).hasSizeGreaterThan(300_000).isEqualTo(Files.readAllBytes(directory.resolve(file)));
        }
    }

    @Test
    void saysThatItContinuesOrBeginsAgain() throws Exception {
        try (ServerProcess server = serverWithPeople()) {
            try (CuttingProxy proxy = new CuttingProxy(server.url(), 1, 100_003, () -> {})) {
                assertThat(export("people.csv", proxy.url()).err())
                        .startsWith("contacts4j: the export was interrupted (")
                        .contains("it continues behind ", " bytes in 1 s")
                        .hasLineCount(1);
            }
            try (CuttingProxy proxy = new CuttingProxy(server.url(), 1, 20_003, () -> {})) {
                Outcome outcome = export("people.csv", proxy.url(), "--columns", "name,email,notes");
                assertThat(outcome.err()).contains("it begins again in 1 s");
                assertThat(Files.readAllLines(directory.resolve("people.csv"))).hasSize(1 + PEOPLE * 2);
            }
        }
    }

    @Test
    void continuesAfterTheServerWasKilledAndStartedAgain() throws Exception {
        AtomicReference<CuttingProxy> proxy = new AtomicReference<>();
        AtomicReference<ServerProcess> second = new AtomicReference<>();
        try (ServerProcess first = serverWithPeople()) {
            CuttingProxy cutting = new CuttingProxy(first.url(), 1, 100_003, () -> {
                first.kill();
                try {
                    second.set(ServerProcess.startUnlimited(directory));
                    proxy.get().moveTo(second.get().url());
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
            proxy.set(cutting);
            Outcome outcome = export("people.jsonl", cutting.url());
            assertThat(outcome.exitCode()).as(outcome.err()).isZero();
            assertThat(Files.readAllLines(directory.resolve("people.jsonl")))
                    .hasSize(PEOPLE)
                    .doesNotHaveDuplicates();
        } finally {
            proxy.get().close();
            second.get().close();
        }
    }

    @Test
    void leavesNoFileWhenTheConnectionBreaksAgainAndAgain() throws Exception {
        Files.writeString(directory.resolve("people.csv"), "an earlier export");
        try (ServerProcess server = serverWithPeople();
                CuttingProxy proxy = new CuttingProxy(server.url(), 99, 700, () -> {})) {
            Outcome outcome = export("people.csv", proxy.url(), "--retries", "1");
            assertThat(outcome.exitCode()).isEqualTo(1);
            assertThat(outcome.err().lines().toList().get(1))
                    .startsWith("contacts4j: the export is not complete, and nothing was written: ");
            assertThat(outcome.out()).isEmpty();
            assertThat(Files.readString(directory.resolve("people.csv"))).isEqualTo("an earlier export");
            try (Stream<Path> files = Files.list(directory)) {
                assertThat(files.map(path -> path.getFileName().toString()))
                        .noneMatch(name -> name.startsWith(".contacts4j-export"));
            }
        }
    }

    /** Starts a server with contacts whose notes contain what ends a record in other formats. */
    private ServerProcess serverWithPeople() throws Exception {
        StringBuilder table = new StringBuilder("name,email,notes\n");
        for (int i = 0; i < PEOPLE; i++) {
            table.append("Person ").append(i).append(",p").append(i).append("@x.org,\"say \"\"hi\"\",\nEND:VCARD\"\n");
        }
        Files.writeString(directory.resolve("people.txt"), table);
        ServerProcess server = ServerProcess.startUnlimited(directory);
        Outcome imported = ServerProcess.run(
                directory,
                "import",
                "people.txt",
                "--org",
                "acme",
                "--server",
                server.url().toString());
        assertThat(imported.out()).contains(PEOPLE + " created");
        return server;
    }

    private Outcome export(String file, String url, String... options) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("export", file, "--org", "acme", "--server", url));
        arguments.addAll(List.of(options));
        return ServerProcess.run(directory, arguments.toArray(String[]::new));
    }
}
