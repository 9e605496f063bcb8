package org.contacts4j.bootstrap.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import org.contacts4j.bootstrap.CannotStart;
import org.contacts4j.bootstrap.folder.FileErrorText;
import org.contacts4j.bootstrap.settings.Settings.Source;
import org.contacts4j.bootstrap.settings.Settings.Value;

/** Reads settings from environment variables. Treats empty variables as not set. */
public final class SettingsInEnvironment {

    private static final String PREFIX = "CONTACTS4J_";

    private final Map<String, String> environment;

    private SettingsInEnvironment(Map<String, String> environment) {
        this.environment = environment;
    }

    /**
     * Returns the settings found.
     *
     * @throws CannotStart when there is an unknown {@code CONTACTS4J_...} variable
     */
    public static Map<Setting, Value> read(Map<String, String> environment) {
        SettingsInEnvironment reader = new SettingsInEnvironment(environment);
        reader.rejectUnknown();
        Map<Setting, Value> found = new EnumMap<>(Setting.class);
        for (Setting setting : Setting.values()) {
            reader.readOne(setting, found);
        }
        return found;
    }

    private void rejectUnknown() {
        Settings.rejectUnknown(
                environment.keySet().stream().filter(name -> name.startsWith(PREFIX)),
                Arrays.stream(Setting.values()).flatMap(SettingsInEnvironment::variablesOf),
                "the environment");
    }

    private static Stream<String> variablesOf(Setting setting) {
        return setting.isSecret()
                ? Stream.of(setting.variable(), setting.fileVariable())
                : Stream.of(setting.variable());
    }

    private void readOne(Setting setting, Map<Setting, Value> found) {
        String value = environment.getOrDefault(setting.variable(), "");
        String file = setting.isSecret() ? environment.getOrDefault(setting.fileVariable(), "") : "";
        if (!value.isEmpty() && !file.isEmpty()) {
            throw CannotStart.because(
                    "set either " + setting.variable() + " or " + setting.fileVariable() + ", not both");
        }
        if (!value.isEmpty()) {
            found.put(setting, new Value(value, Source.ENVIRONMENT, setting.variable()));
        } else if (!file.isEmpty()) {
            found.put(setting, new Value(contentOf(file, setting), Source.ENVIRONMENT, setting.fileVariable()));
        }
    }

    private static String contentOf(String file, Setting setting) {
        try {
            String content = Files.readString(Path.of(file)).strip();
            new SecretFile(Path.of(file)).warnIfOpen();
            return content;
        } catch (IOException | InvalidPathException e) {
            throw CannotStart.because("cannot read the file '" + file + "' that " + setting.fileVariable() + " names: "
                    + FileErrorText.of(e));
        }
    }
}
