package org.contacts4j.bootstrap.settings;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import org.contacts4j.bootstrap.CannotStart;
import org.contacts4j.bootstrap.folder.FileErrorText;
import org.contacts4j.bootstrap.settings.Settings.Source;
import org.contacts4j.bootstrap.settings.Settings.Value;

/** Reads settings from a properties file in UTF-8. Treats empty values as not set. */
public final class SettingsInFile {

    /** The name of the default settings file in the working directory. */
    public static final String DEFAULT_NAME = "contacts4j.properties";

    private SettingsInFile() {}

    /**
     * Returns the settings found; none when the file does not exist.
     *
     * @throws CannotStart when the file contains an unknown setting
     */
    public static Map<Setting, Value> readIfPresent(Path file) {
        return Files.exists(file) ? read(file) : Map.of();
    }

    /**
     * Returns the settings found.
     *
     * @throws CannotStart when the file cannot be read or contains an unknown setting
     */
    public static Map<Setting, Value> read(Path file) {
        Properties properties = load(file);
        Settings.rejectUnknown(
                properties.stringPropertyNames().stream(),
                Arrays.stream(Setting.values()).map(Setting::key),
                nameOf(file));
        Map<Setting, Value> found = new EnumMap<>(Setting.class);
        for (Setting setting : Setting.values()) {
            String text = properties.getProperty(setting.key(), "").strip();
            if (!text.isEmpty()) {
                found.put(setting, new Value(text, Source.FILE, nameOf(file)));
            }
        }
        boolean hasSecret = found.entrySet().stream().anyMatch(entry -> isSecret(entry.getKey(), entry.getValue()));
        if (hasSecret) {
            new SecretFile(file).warnIfOpen();
        }
        return found;
    }

    /** Returns whether the value contains a secret. */
    private static boolean isSecret(Setting setting, Value value) {
        String text = String.valueOf(value.text());
        return !MaskedSettings.value(setting, text).equals(text);
    }

    private static Properties load(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
            return properties;
        } catch (IOException | IllegalArgumentException e) {
            throw CannotStart.because("cannot read the settings in '" + file + "': " + FileErrorText.of(e));
        }
    }

    private static String nameOf(Path file) {
        return file.getFileName().toString().equals(DEFAULT_NAME) ? DEFAULT_NAME : file.toString();
    }
}
