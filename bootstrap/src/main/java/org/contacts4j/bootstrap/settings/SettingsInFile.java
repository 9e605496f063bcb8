package org.contacts4j.bootstrap.settings;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
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
                Arrays.stream(Setting.values()).flatMap(Source.FILE::namesOf),
                nameOf(file));
        if (Arrays.stream(Setting.values()).anyMatch(setting -> hasSecret(properties, setting))) {
            new SecretFile(file).warnIfOpen();
        }
        return Source.FILE.read(name -> properties.getProperty(name, "").strip(), name -> nameOf(file));
    }

    /** Returns whether the file itself contains a secret in the value of this setting. */
    private static boolean hasSecret(Properties properties, Setting setting) {
        String text = properties.getProperty(setting.key(), "");
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
