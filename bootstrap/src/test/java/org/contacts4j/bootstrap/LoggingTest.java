package org.contacts4j.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("replaces System.err")
class LoggingTest {

    @Test
    void anEventIsOneLineWhateverItsMessageRepeats() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream usual = System.err;
        System.setErr(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            LoggerContext logging = new LoggerContext();
            logging.setMDCAdapter(new LogbackMDCAdapter());
            new Logging().configure(logging);
            logging.getLogger("org.contacts4j.Test").warn("Sent: {}", "a\r\nb\nc\u2028d\\n");
            logging.stop();
        } finally {
            System.setErr(usual);
        }
        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .contains("WARN ")
                .endsWith("Test: Sent: a b c d\\n" + System.lineSeparator())
                .hasLineCount(1);
    }
}
