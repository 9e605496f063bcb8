package org.contacts4j.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class ReadmeTest {

    private static final Path README = Path.of("../README.md");

    @Test
    void startsTheServerByItsFirstCommand() throws IOException {
        String command = between(Files.readString(README), "<!-- command:run -->\n```sh\n", "```");
        assertThat(command.strip())
                .isEqualTo("mvn -q package -DskipTests"
                        + " && java -XX:+UseSerialGC -Xms128m -Xmn64m -jar bootstrap/target/contacts4j.jar");
    }

    private static String between(String text, String start, String end) {
        int from = text.indexOf(start) + start.length();
        return text.substring(from, text.indexOf(end, from));
    }
}
