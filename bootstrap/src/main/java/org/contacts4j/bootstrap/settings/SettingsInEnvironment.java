package org.contacts4j.bootstrap.settings;

import java.util.Arrays;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.contacts4j.bootstrap.CannotStart;
import org.contacts4j.bootstrap.settings.Settings.Source;
import org.contacts4j.bootstrap.settings.Settings.Value;

/** Reads settings from environment variables. Treats empty variables as not set. */
public final class SettingsInEnvironment {

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
                Arrays.stream(Setting.values()).flatMap(Source.ENVIRONMENT::namesOf),
                "the environment");
        return Source.ENVIRONMENT.read(name -> environment.getOrDefault(name, ""), UnaryOperator.identity());
    }
}
