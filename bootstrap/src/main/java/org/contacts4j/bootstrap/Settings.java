package org.contacts4j.bootstrap;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What every setting is on this start, and where that came from. */
final class Settings {

    /** The places a setting comes from, strongest first. */
    enum Source {
        FLAG("flag"),
        ENVIRONMENT("environment"),
        FILE("file"),
        DEFAULT("default");

        private final String word;

        Source(String word) {
            this.word = word;
        }
    }

    /**
     * A value and its origin.
     *
     * @param text what was written; null when nothing was and there is no default
     * @param name what it is called there: the flag, the variable, the file; empty for a default
     */
    record Value(@Nullable String text, Source source, String name) {

        /** Such as {@code environment CONTACTS4J_DB_URL}. */
        String origin() {
            return name.isEmpty() ? source.word : source.word + " " + name;
        }
    }

    private final Map<Setting, Value> values = new EnumMap<>(Setting.class);

    /** Takes each setting from the first of the sources that has it, and from its default when none has. */
    static Settings of(List<Map<Setting, Value>> strongestFirst) {
        Settings settings = new Settings();
        for (Setting setting : Setting.values()) {
            settings.values.put(
                    setting,
                    strongestFirst.stream()
                            .filter(source -> source.containsKey(setting))
                            .findFirst()
                            .map(source -> source.get(setting))
                            .orElse(new Value(setting.preset(), Source.DEFAULT, "")));
        }
        return settings;
    }

    Value get(Setting setting) {
        return Objects.requireNonNull(values.get(setting));
    }

    /** The text of a setting that has a default. */
    String text(Setting setting) {
        return Objects.requireNonNull(get(setting).text());
    }

    /** The text of a setting, or null when it is not set. */
    @Nullable
    String textOrNull(Setting setting) {
        return get(setting).text();
    }

    boolean has(Setting setting) {
        return textOrNull(setting) != null;
    }

    /** The setting as a whole number from {@code least} to {@code most}. */
    int number(Setting setting, int least, int most) {
        try {
            int number = Integer.parseInt(text(setting).strip());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // refused below, like a number out of bounds
        }
        throw refuse(setting, "must be a whole number from " + least + " to " + most);
    }

    /** The refusal of a setting's value, such as {@code port (flag --port) must be ..., not 'abc'}. */
    CannotStart refuse(Setting setting, String demand) {
        Value value = get(setting);
        String not = setting.isSecret() ? "" : ", not '" + shown(setting, value) + "'";
        String message = setting.key() + " (" + value.origin() + ") " + demand + not;
        return value.source() == Source.FLAG ? CannotStart.wrongCommandLine(message) : CannotStart.because(message);
    }

    private static String shown(Setting setting, Value value) {
        return MaskedSettings.value(setting, String.valueOf(value.text()));
    }
}
