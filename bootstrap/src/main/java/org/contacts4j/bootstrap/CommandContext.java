package org.contacts4j.bootstrap;

import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.contacts4j.bootstrap.settings.Config;
import org.contacts4j.bootstrap.settings.Setting;
import org.contacts4j.bootstrap.settings.Settings;
import org.contacts4j.bootstrap.settings.Settings.Source;
import org.contacts4j.bootstrap.settings.Settings.Value;
import org.contacts4j.bootstrap.settings.SettingsInEnvironment;
import org.contacts4j.bootstrap.settings.SettingsInFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParseResult;

/** The context of a command: command line, environment, working directory, and output streams. */
public final class CommandContext {

    /** The flag that names the settings file. Without it, the default file is read if it exists. */
    static final String FILE_FLAG = "--config";

    private final Map<String, String> environment;
    private final Path directory;
    private final PrintStream out;
    private final PrintStream err;
    private List<ParseResult> commandLine = List.of();

    CommandContext(Map<String, String> environment, Path directory, PrintStream out, PrintStream err) {
        this.environment = environment;
        this.directory = directory;
        this.out = out;
        this.err = err;
    }

    /** Sets the parsed command line. Flags may precede or follow the command's name. */
    void commandLine(ParseResult parsed) {
        commandLine = Stream.iterate(parsed, Objects::nonNull, ParseResult::subcommand)
                .toList();
    }

    /** Returns all settings. Flags override the environment, which overrides the file, which overrides the defaults. */
    public Settings settings() {
        return Settings.of(List.of(flags(), SettingsInEnvironment.read(environment), settingsInFile()));
    }

    public Config config() {
        return Config.of(settings(), directory);
    }

    /** Resolves a file name from the command line against the working directory. */
    public Path resolve(String file) {
        try {
            return directory.resolve(file);
        } catch (InvalidPathException e) {
            throw CannotStart.invalidCommandLine("'" + file + "' is not a path");
        }
    }

    public PrintStream out() {
        return out;
    }

    /** Returns the stream for progress and problems, which are not the result of a command. */
    public PrintStream err() {
        return err;
    }

    /** Returns a secret that only one command needs, from the environment or a file that it names; null without one. */
    public @Nullable String secret(String variable) {
        return SettingsInEnvironment.secret(environment, variable);
    }

    private Map<Setting, Value> flags() {
        Map<Setting, Value> found = new EnumMap<>(Setting.class);
        for (Setting setting : Setting.values()) {
            String text = flag(setting.flag());
            if (text != null) {
                found.put(setting, new Value(text, Source.FLAG, setting.flag()));
            }
        }
        return found;
    }

    private Map<Setting, Value> settingsInFile() {
        String named = flag(FILE_FLAG);
        return named == null
                ? SettingsInFile.readIfPresent(directory.resolve(SettingsInFile.DEFAULT_NAME))
                : SettingsInFile.read(directory.resolve(named));
    }

    /** Returns the last value of a flag on the command line; null when the flag is absent. */
    private @Nullable String flag(String name) {
        String text = null;
        for (ParseResult part : commandLine) {
            Object value = part.matchedOptionValue(name, text);
            text = value instanceof String[] several ? String.join(",", several) : (String) value;
        }
        if (text != null && text.isBlank()) {
            throw CannotStart.invalidCommandLine(name + " is empty; it needs a value");
        }
        return text;
    }
}
