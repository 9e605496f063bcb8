package org.contacts4j.bootstrap.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.contacts4j.bootstrap.CommandContext;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** The {@code licenses} command: prints the libraries in the runnable jar, and the texts of their licences. */
@Command(name = "licenses", description = "Prints the libraries in this program and the texts of their licences.")
public final class LicensesCommand implements Callable<Integer> {

    private static final String LIBRARIES = "/META-INF/THIRD-PARTY.txt";
    private static final Pattern IDENTIFIER = Pattern.compile("[A-Z][A-Za-z0-9.-]*-[A-Za-z0-9.-]+|MIT");

    private final CommandContext context;

    public LicensesCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        String libraries = String.valueOf(text(LIBRARIES));
        context.out().println(libraries);
        texts(libraries).forEach((id, text) -> {
            context.out().println("=".repeat(80) + System.lineSeparator() + id + System.lineSeparator());
            context.out().println(text);
        });
        return 0;
    }

    /** Returns the texts of the licences that the list names, by SPDX identifier. */
    private static Map<String, String> texts(String libraries) {
        Map<String, String> texts = new LinkedHashMap<>();
        IDENTIFIER.matcher(libraries).results().forEach(match -> {
            @Nullable String text = text("/META-INF/licenses/" + match.group() + ".txt");
            if (text != null) {
                texts.put(match.group(), text);
            }
        });
        return texts;
    }

    private static @Nullable String text(String resource) {
        try (@Nullable InputStream in = LicensesCommand.class.getResourceAsStream(resource)) {
            return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
