package org.contacts4j.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
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

    private DataFolder folder() {
        return new DataFolder(directory.resolve("data"));
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
