package org.contacts4j.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contacts4j.bootstrap.UploadForm.MEBIBYTE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.contacts4j.bootstrap.folder.DataFolder;
import org.contacts4j.http.scenario.ApiClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Verifies that only the server's user can read contacts, attachments and secrets. */
class PrivateFilesIT {

    @TempDir
    private Path directory;

    /** Makes the working directory accessible, so that only the server's own folder restricts access by other users. */
    @BeforeEach
    void openTheDirectory() throws IOException {
        permit(directory, "rwxr-xr-x");
    }

    @Test
    void everythingThatIsKeptIsForTheOwnerAlone() throws Exception {
        Path attachments = directory.resolve("elsewhere");
        try (ServerProcess server =
                ServerProcess.start(directory, "--port", "0", "--attachments-dir", attachments.toString())) {
            ApiClient client = Clients.of(server, new DataFolder(data()).existingSecret());
            String contact = client.create("Ada").text("id");
            Path form = new UploadForm(directory, "file").ofSize(MEBIBYTE);
            assertThat(client.upload("contacts/" + contact + "/attachments", form)
                            .status())
                    .isEqualTo(201);
            assertThat(permissionsBelow(data())).hasSizeGreaterThan(2).containsOnly("rwx------", "rw-------");
            assertThat(permissionsBelow(attachments)).hasSize(4).containsOnly("rwx------", "rw-------");
            assertThat(server.err()).isEmpty();
        }
    }

    @Test
    void aDataFolderThatOthersCouldReadIsClosedAndTheOperatorHearsOfIt() throws Exception {
        try (ServerProcess first = ServerProcess.start(directory, "--port", "0")) {
            first.terminate();
            first.exitCode();
        }
        permit(data(), "rwxr-xr-x");
        permit(data().resolve("contacts.mv.db"), "rw-r--r--");
        try (ServerProcess second = ServerProcess.start(directory, "--port", "0")) {
            assertThat(second.err().lines()).hasSize(1).first().asString().contains("WARN", "contacts4j-data", "0700");
            assertThat(permissionsBelow(data())).containsOnly("rwx------", "rw-------");
        }
    }

    @Test
    void aDataFolderThatCannotBeClosedIsRefused() throws Exception {
        permit(Files.createDirectory(data()), "rwxr-xr-x");
        Files.writeString(data().resolve("holiday.jpg"), "not ours");

        Outcome outcome = ServerProcess.run(directory, "--port", "0");

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.err().lines()).hasSize(1).first().asString().contains("chmod 700", "holiday.jpg");
        assertThat(data().resolve("contacts.mv.db")).doesNotExist();
    }

    @Test
    void aSettingsFileWithASecretThatEverybodyCanReadIsWarnedOf() throws Exception {
        String secret = "a secret that is longer than 32 bytes";
        Path file = Files.writeString(directory.resolve("contacts4j.properties"), "jwt-secret=" + secret);
        permit(file, "rw-r--r--");
        assertThat(tokenCommand().err().lines())
                .hasSize(1)
                .first()
                .asString()
                .contains("WARN", "contacts4j.properties")
                .doesNotContain(secret);
        permit(file, "rw-r-----");
        assertThat(tokenCommand().err()).isEmpty();
        permit(Files.writeString(file, "port=0"), "rw-r--r--");
        assertThat(ServerProcess.run(directory, "config").err()).isEmpty();
    }

    private Outcome tokenCommand() throws Exception {
        return ServerProcess.run(directory, "token", "--org", "acme", "--member", "ada");
    }

    private Path data() {
        return directory.resolve("contacts4j-data");
    }

    private static void permit(Path path, String permissions) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }

    private static List<String> permissionsBelow(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(PrivateFilesIT::permissions).toList();
        }
    }

    private static String permissions(Path path) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
