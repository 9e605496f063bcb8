package org.contacts4j.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("replaces System.err")
class LoggingTest {

    @Test
    void showsMessagesOfExceptionsOnlyIfTheyDescribeTheMachine() {
        String logged = logged(logger -> {
            SQLException unique = new SQLException("Key (email)=(ada@example.org) already exists", "23505");
            logger.error("Request 1 failed", new IllegalStateException("of Ada", unique));
            SQLException full = new SQLException("could not extend file\nof ada", "53100");
            full.addSuppressed(new IOException("No space left on device"));
            logger.error("Request 2 failed", full);
        });
        assertThat(logged)
                .contains("java.lang.IllegalStateException", "SQL state 23505")
                .contains("SQLException: could not extend file" + System.lineSeparator())
                .contains("IOException: No space left on device")
                .doesNotContainIgnoringCase("ada");
    }

    @Test
    void anEventIsOneLineWhateverItsMessageRepeats() {
        assertThat(logged(logger -> logger.warn("Sent: {}", "a\r\nb\nc\u2028d\\n")))
                .contains("WARN ")
                .endsWith("Test: Sent: a b c d\\n" + System.lineSeparator())
                .hasLineCount(1);
    }

    private static String logged(Consumer<Logger> events) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream usual = System.err;
        System.setErr(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            LoggerContext logging = new LoggerContext();
            logging.setMDCAdapter(new LogbackMDCAdapter());
            new Logging().configure(logging);
            events.accept(logging.getLogger("org.contacts4j.Test"));
            logging.stop();
        } finally {
            System.setErr(usual);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
