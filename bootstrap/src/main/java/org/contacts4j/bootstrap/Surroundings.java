package org.contacts4j.bootstrap;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.contacts4j.bootstrap.Settings.Source;
import org.contacts4j.bootstrap.Settings.Value;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParseResult;

/** What a command finds around it: the flags it was given, the environment, the working directory, and where to write. */
final class Surroundings {

    /** Names the settings file; without it, the usual one is read if it is there. */
    static final String FILE_FLAG = "--config";

    private final Map<String, String> environment;
    private final Path directory;
    private final PrintStream out;
    private final Map<Setting, Value> flags = new EnumMap<>(Setting.class);
    private @Nullable String file;

    Surroundings(Map<String, String> environment, Path directory, PrintStream out) {
        this.environment = environment;
        this.directory = directory;
        this.out = out;
    }

    /** Takes over the flags that stand before or after the command's name. */
    void takeFlags(ParseResult parsed) {
        for (Setting setting : Setting.values()) {
            String text = parsed.matchedOptionValue(setting.flag(), null);
            if (text != null) {
                flags.put(setting, new Value(notEmpty(setting.flag(), text), Source.FLAG, setting.flag()));
            }
        }
        String named = parsed.matchedOptionValue(FILE_FLAG, null);
        file = named == null ? file : notEmpty(FILE_FLAG, named);
        if (parsed.hasSubcommand()) {
            takeFlags(parsed.subcommand());
        }
    }

    private static String notEmpty(String flag, String text) {
        if (text.isBlank()) {
            throw CannotStart.wrongCommandLine(flag + " is empty; it needs a value");
        }
        return text;
    }

    /** All settings: flags over environment over file over defaults. */
    Settings settings() {
        Map<Setting, Value> inFile = file == null
                ? SettingsInFile.readIfPresent(directory.resolve(SettingsInFile.USUAL_NAME))
                : SettingsInFile.read(directory.resolve(file));
        return Settings.of(List.of(flags, SettingsInEnvironment.read(environment), inFile));
    }

    Config config() {
        return Config.of(settings(), directory);
    }

    PrintStream out() {
        return out;
    }
}
