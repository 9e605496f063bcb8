package org.contacts4j.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class ReadmeTest {

    private static final Path README = Path.of("../README.md");
    private static final Path EXAMPLE =
            Path.of("../adapter-inmemory/src/test/java/org/contacts4j/inmemory/EmbeddingExampleTest.java");

    @Test
    void showsTheEmbeddingExampleThatIsCompiledAndRun() throws IOException {
        String shown = between(Files.readString(README), "<!-- example:embedding -->\n```java\n", "```");
        String run = between(Files.readString(EXAMPLE), "// example:start\n", "// example:end");
        assertThat(shown.strip()).isEqualTo(run.stripIndent().strip());
    }

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
