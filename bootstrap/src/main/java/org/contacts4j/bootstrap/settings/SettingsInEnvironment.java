package org.contacts4j.bootstrap.settings;

import java.util.Arrays;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.contacts4j.bootstrap.CannotStart;
import org.contacts4j.bootstrap.settings.Settings.Source;
import org.contacts4j.bootstrap.settings.Settings.Value;
import org.jspecify.annotations.Nullable;

/** Reads settings from environment variables. Treats empty variables as not set. */
public final class SettingsInEnvironment {

    /** The variable of the password for {@code db copy}, which no other command needs. */
    public static final String TARGET_PASSWORD = "CONTACTS4J_TO_PASSWORD";

    private static final String FILE = "_FILE";
    private static final String PREFIX = "CONTACTS4J_";

    private SettingsInEnvironment() {}

    /**
     * Returns the settings found.
     *
     * @throws CannotStart when there is an unknown {@code CONTACTS4J_...} variable
     */
    public static Map<Setting, Value> read(Map<String, String> environment) {
        Settings.rejectUnknown(
                environment.keySet().stream().filter(name -> name.startsWith(PREFIX)),
                Stream.concat(
                        Arrays.stream(Setting.values()).flatMap(Source.ENVIRONMENT::namesOf),
                        Stream.of(TARGET_PASSWORD, TARGET_PASSWORD + FILE)),
                "the environment");
        return Source.ENVIRONMENT.read(name -> environment.getOrDefault(name, ""), UnaryOperator.identity());
    }

    /**
     * Returns a secret that only one command needs, from the variable or from the file that {@code ..._FILE} names; null
     * if neither is set.
     *
     * @throws CannotStart when both are set, or the file cannot be read
     */
    public static @Nullable String secret(Map<String, String> environment, String variable) {
        String value = environment.getOrDefault(variable, "");
        String file = environment.getOrDefault(variable + FILE, "");
        if (!value.isEmpty() && !file.isEmpty()) {
            throw CannotStart.because("set either " + variable + " or " + variable + FILE + ", not both");
        }
        if (value.isEmpty()) {
            return file.isEmpty() ? null : SecretFile.read(file, variable + FILE);
        }
        return value;
    }
}
