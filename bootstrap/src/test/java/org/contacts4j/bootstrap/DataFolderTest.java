package org.contacts4j.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.contacts4j.bootstrap.folder.DataFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    private Path directory;

    @Test
    void makesASecretOf32Bytes() {
        assertThat(Base64.getUrlDecoder().decode(folder().secret())).hasSize(32);
    }

    @Test
    void keepsTheSecretItMade() {
        assertThat(folder().secret()).isEqualTo(folder().secret());
    }

    @Test
    void keepsTheSecretFromEverybodyElse() throws IOException {
        folder().secret();

        assertThat(permissions(folder().secretFile())).isEqualTo("rw-------");
        assertThat(permissions(folder().path())).isEqualTo("rwx------");
    }

    @Test
    void leavesNothingButTheSecretBehind() throws IOException {
        folder().secret();

        try (var files = Files.list(folder().path())) {
            assertThat(files).containsExactly(folder().secretFile());
        }
    }

    @Test
    void saysWhenAFileIsInTheWay() throws IOException {
        Files.writeString(folder().path(), "not a folder");

        assertThatThrownBy(() -> folder().prepare())
                .isInstanceOf(CannotStart.class)
                .hasMessage("cannot make the data folder '" + folder().path() + "': it is a file, not a folder");
    }

    @Test
    void closesAFolderAndItsFilesThatOthersCouldRead() throws IOException {
        Path database = openFile("contacts.mv.db");
        Path secret = openFile("jwt-secret");

        folder().prepare();

        assertThat(permissions(folder().path())).isEqualTo("rwx------");
        assertThat(permissions(database)).isEqualTo("rw-------");
        assertThat(permissions(secret)).isEqualTo("rw-------");
    }

    @Test
    void closesAFolderThatOnlyItsGroupCouldRead() throws IOException {
        openFile("contacts.mv.db");
        Files.setPosixFilePermissions(folder().path(), PosixFilePermissions.fromString("rwxr-x---"));

        folder().prepare();

        assertThat(permissions(folder().path())).isEqualTo("rwx------");
    }

    @Test
    void refusesAnOpenFolderThatIsAlsoForSomethingElse() throws IOException {
        openFile("contacts.mv.db");
        openFile("holiday.jpg");

        assertThatThrownBy(() -> folder().prepare())
                .isInstanceOf(CannotStart.class)
                .hasMessage("other users can read the data folder '" + folder().path()
                        + "', and it has other files in it ('holiday.jpg'): run chmod 700 on it, or name a new folder"
                        + " with --data-dir");
        assertThat(permissions(folder().path())).isEqualTo("rwxr-xr-x");
    }

    @Test
    void takesAClosedFolderWithOtherFilesInItAsItIs() throws IOException {
        Path picture = openFile("holiday.jpg");
        Files.setPosixFilePermissions(folder().path(), PosixFilePermissions.fromString("rwx------"));

        folder().prepare();

        assertThat(permissions(picture)).isEqualTo("rw-r--r--");
    }

    @Test
    void takesALinkToAFolder() throws IOException {
        Path target = Files.createDirectory(directory.resolve("target"));
        Files.createSymbolicLink(folder().path(), target);

        assertThat(folder().secret()).isNotEmpty();
        assertThat(permissions(target)).isEqualTo("rwx------");
    }

    /** Creates a world-readable file in a world-readable folder. */
    private Path openFile(String name) throws IOException {
        Path path = Files.createDirectories(folder().path());
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path file = Files.writeString(path.resolve(name), "content");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    }

    private DataFolder folder() {
        return new DataFolder(directory.resolve("data"));
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
