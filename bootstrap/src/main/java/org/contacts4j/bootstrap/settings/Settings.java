package org.contacts4j.bootstrap.settings;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.contacts4j.bootstrap.CannotStart;
import org.jspecify.annotations.Nullable;

/** The values of all settings, with the source of each. */
public final class Settings {

    /**
     * The sources of settings, in order of precedence. A source has two names for a secret: that of its value, and that
     * of the path of a file with its value.
     */
    public enum Source {
        FLAG("flag", Setting::flag, "-file"),
        ENVIRONMENT("environment", Setting::variable, "_FILE"),
        FILE("file", Setting::key, "-file"),
        DEFAULT("default", Setting::key, "");

        private final String word;
        private final Function<Setting, String> name;
        private final String fileSuffix;

        Source(String word, Function<Setting, String> name, String fileSuffix) {
            this.word = word;
            this.name = name;
            this.fileSuffix = fileSuffix;
        }

        /** Returns every name of a setting in this source. */
        public Stream<String> namesOf(Setting setting) {
            return setting.isSecret()
                    ? Stream.of(name.apply(setting), fileName(setting))
                    : Stream.of(name.apply(setting));
        }

        /**
         * Returns the settings of this source.
         *
         * @param texts returns the text under a name; empty when there is none
         * @param origin returns the {@linkplain Value#name() name of the source} for a name
         * @throws CannotStart when a secret has both a value and a file, or its file cannot be read
         */
        public Map<Setting, Value> read(UnaryOperator<String> texts, UnaryOperator<String> origin) {
            Map<Setting, Value> found = new EnumMap<>(Setting.class);
            for (Setting setting : Setting.values()) {
                String text = texts.apply(name.apply(setting));
                String file = setting.isSecret() ? texts.apply(fileName(setting)) : "";
                if (!text.isEmpty() && !file.isEmpty()) {
                    throw CannotStart.because(
                            "set either " + name.apply(setting) + " or " + fileName(setting) + ", not both");
                }
                if (!text.isEmpty()) {
                    found.put(setting, new Value(text, this, origin.apply(name.apply(setting))));
                } else if (!file.isEmpty()) {
                    String secret = SecretFile.read(file, fileName(setting));
                    found.put(setting, new Value(secret, this, origin.apply(fileName(setting))));
                }
            }
            return found;
        }

        /** Returns the name of the path of a file with the value of a secret. */
        public String fileName(Setting setting) {
            return name.apply(setting) + fileSuffix;
        }
    }

    /**
     * A value and its source.
     *
     * @param text the configured text or the default; null when there is neither
     * @param name the name in the source: the flag, the variable, or the file; empty for a default
     */
    public record Value(@Nullable String text, Source source, String name) {

        /** Returns the source and the name, such as {@code environment CONTACTS4J_DB_URL}. */
        public String origin() {
            return name.isEmpty() ? source.word : source.word + " " + name;
        }
    }

    private final Map<Setting, Value> values = new EnumMap<>(Setting.class);

    /** Returns settings that take each value from the first source that has it, or else from the default. */
    public static Settings of(List<Map<Setting, Value>> strongestFirst) {
        Settings settings = new Settings();
        for (Setting setting : Setting.values()) {
            settings.values.put(
                    setting,
                    strongestFirst.stream()
                            .filter(source -> source.containsKey(setting))
                            .findFirst()
                            .map(source -> source.get(setting))
                            .orElse(new Value(setting.defaultValue(), Source.DEFAULT, "")));
        }
        return settings;
    }

    /**
     * Checks the names of settings in one source.
     *
     * @throws CannotStart for the first name, in alphabetical order, that is not known
     */
    static void rejectUnknown(Stream<String> names, Stream<String> known, String source) {
        List<String> all = known.toList();
        names.filter(name -> !all.contains(name)).sorted().findFirst().ifPresent(name -> {
            throw CannotStart.because("unknown setting '" + name + "' in " + source + Suggestion.didYouMean(name, all));
        });
    }

    public Value get(Setting setting) {
        return Objects.requireNonNull(values.get(setting));
    }

    /** Returns the text of a setting that has a default. */
    public String text(Setting setting) {
        return Objects.requireNonNull(get(setting).text());
    }

    /** Returns the text of a setting, or null when it is not set. */
    @Nullable
    String textOrNull(Setting setting) {
        return get(setting).text();
    }

    boolean has(Setting setting) {
        return textOrNull(setting) != null;
    }

    /**
     * Returns the setting as a whole number from {@code least} to {@code most}.
     *
     * @throws CannotStart when the text is not such a number
     */
    int number(Setting setting, int least, int most) {
        try {
            int number = Integer.parseInt(text(setting).strip());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // rejected below, like a number out of range
        }
        throw refuse(setting, "must be a whole number from " + least + " to " + most);
    }

    /** Returns the error for an invalid value, such as {@code port (flag --port) must be ..., not 'abc'}. */
    CannotStart refuse(Setting setting, String demand) {
        Value value = get(setting);
        String not = setting.isSecret() ? "" : ", not '" + shown(setting, value) + "'";
        String message = setting.key() + " (" + value.origin() + ") " + demand + not;
        return value.source() == Source.FLAG ? CannotStart.invalidCommandLine(message) : CannotStart.because(message);
    }

    private static String shown(Setting setting, Value value) {
        return MaskedSettings.value(setting, String.valueOf(value.text()));
    }
}
