package org.contacts4j.bootstrap.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.contacts4j.bootstrap.CannotStart;
import org.contacts4j.bootstrap.folder.FileErrorText;
import org.contacts4j.bootstrap.settings.Settings.Source;
import org.contacts4j.bootstrap.settings.Settings.Value;
import org.jspecify.annotations.Nullable;

/** Reads settings from environment variables. Treats empty variables as not set. */
public final class SettingsInEnvironment {

    /** The variable of the password for {@code db copy}, which no other command needs. */
    public static final String TARGET_PASSWORD = "CONTACTS4J_TO_PASSWORD";

    private static final String PREFIX = "CONTACTS4J_";
    private static final String FILE = "_FILE";

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
            reader.read(setting.variable(), setting.isSecret()).ifPresent(value -> found.put(setting, value));
        }
        return found;
    }

    /**
     * Returns a secret that only one command needs, from the variable or from the file that {@code ..._FILE} names; null
     * if neither is set.
     */
    public static @Nullable String secret(Map<String, String> environment, String variable) {
        return new SettingsInEnvironment(environment)
                .read(variable, true)
                .map(Value::text)
                .orElse(null);
    }

    private void rejectUnknown() {
        Settings.rejectUnknown(
                environment.keySet().stream().filter(name -> name.startsWith(PREFIX)),
                Stream.concat(
                        Arrays.stream(Setting.values()).flatMap(SettingsInEnvironment::variablesOf),
                        Stream.of(TARGET_PASSWORD, TARGET_PASSWORD + FILE)),
                "the environment");
    }

    private static Stream<String> variablesOf(Setting setting) {
        return setting.isSecret()
                ? Stream.of(setting.variable(), setting.fileVariable())
                : Stream.of(setting.variable());
    }

    private Optional<Value> read(String variable, boolean secret) {
        String value = environment.getOrDefault(variable, "");
        String fileVariable = variable + FILE;
        String file = secret ? environment.getOrDefault(fileVariable, "") : "";
        if (!value.isEmpty() && !file.isEmpty()) {
            throw CannotStart.because("set either " + variable + " or " + fileVariable + ", not both");
        }
        if (!value.isEmpty()) {
            return Optional.of(new Value(value, Source.ENVIRONMENT, variable));
        }
        return file.isEmpty()
                ? Optional.empty()
                : Optional.of(new Value(contentOf(file, fileVariable), Source.ENVIRONMENT, fileVariable));
    }

    private static String contentOf(String file, String variable) {
        try {
            String content = Files.readString(Path.of(file)).strip();
            new SecretFile(Path.of(file)).warnIfOpen();
            return content;
        } catch (IOException | InvalidPathException e) {
            throw CannotStart.because(
                    "cannot read the file '" + file + "' that " + variable + " names: " + FileErrorText.of(e));
        }
    }
}
