package org.contacts4j.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.contacts4j.domain.webhook.SigningSecret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Verifies the examples in docs/webhooks.md. */
class WebhooksPageTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final SigningSecret SECRET =
            SigningSecret.of("a key of thirty-two bytes, or so".getBytes(StandardCharsets.UTF_8));
    private static final byte[] BODY =
            "{\"event\":\"contact.created\",\"name\":\"Ada 😀\"}".getBytes(StandardCharsets.UTF_8);
    private static final String TIMESTAMP = String.valueOf(NOW.getEpochSecond());
    private static final String SIGNATURES = "v1,b3RoZXI= " + SECRET.sign("msg", NOW.getEpochSecond(), BODY);

    @TempDir
    private Path folder;

    @Test
    void showsInJavaHowToVerify() throws Exception {
        Path source =
                Files.writeString(folder.resolve("WebhookVerifier.java"), example("java", "class WebhookVerifier"));
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, "-Xlint:all", source.toString()))
                .isZero();
        try (URLClassLoader classes =
                new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            Class<?> type = classes.loadClass("WebhookVerifier");
            Object verifier = type.getConstructor(String.class).newInstance(SECRET.text());
            Method isGenuine =
                    type.getMethod("isGenuine", String.class, String.class, String.class, byte[].class, Instant.class);
            assertThat(isGenuine.invoke(verifier, "msg", TIMESTAMP, SIGNATURES, BODY, NOW))
                    .isEqualTo(true);
            assertThat(isGenuine.invoke(verifier, "other", TIMESTAMP, SIGNATURES, BODY, NOW))
                    .isEqualTo(false);
            assertThat(isGenuine.invoke(verifier, "msg", TIMESTAMP, SIGNATURES, new byte[] {1}, NOW))
                    .isEqualTo(false);
            Instant later = NOW.plus(Duration.ofMinutes(6));
            assertThat(isGenuine.invoke(verifier, "msg", TIMESTAMP, SIGNATURES, BODY, later))
                    .isEqualTo(false);
        }
    }

    @Test
    void showsInAShellHowToVerify() throws Exception {
        Files.write(folder.resolve("body.json"), BODY);
        assertThat(shell("msg")).isEqualTo("genuine\n");
        assertThat(shell("other")).isEqualTo("forged\n");
    }

    private String shell(String id) throws Exception {
        ProcessBuilder bash = new ProcessBuilder("bash", "-c", example("bash", "openssl")).directory(folder.toFile());
        bash.environment()
                .putAll(Map.of(
                        "WEBHOOK_SECRET", SECRET.text(),
                        "WEBHOOK_ID", id,
                        "WEBHOOK_TIMESTAMP", TIMESTAMP,
                        "WEBHOOK_SIGNATURE", SIGNATURES));
        Process process = bash.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        return said;
    }

    /** Returns the page's code block in this language that contains this text. */
    private static String example(String language, String text) throws IOException {
        String page = Files.readString(Path.of("..", "docs", "webhooks.md"));
        Matcher block = Pattern.compile("(?s)```" + language + "\n(.*?)```").matcher(page);
        while (block.find()) {
            if (block.group(1).contains(text)) {
                return block.group(1);
            }
        }
        throw new AssertionError("no example in " + language);
    }
}
