package org.contacts4j.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Verifies that {@code contacts4j export} writes a file that {@code contacts4j import} reads. */
class ExportCommandIT {

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
}
