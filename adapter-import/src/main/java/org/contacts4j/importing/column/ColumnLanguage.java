package org.contacts4j.importing.column;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.contacts4j.domain.Folded;
import org.contacts4j.domain.UnicodeText;
import org.jspecify.annotations.Nullable;

/**
 * The column names of a language, from a file. Each line is a target, an equals sign, and the names of its columns,
 * separated by bars. Lines that begin with {@code #} are comments.
 *
 * <pre>{@code
 * lastName = Nachname | Familienname
 * lastName (with firstName) = Name
 * }</pre>
 *
 * <p>The names of the second line count only in a table that has another column for {@code firstName}. Columns of the
 * target {@code ignore} are ignored.
 */
final class ColumnLanguage {

    /** The languages with the order in which a name of several languages is looked up. */
    static final List<String> NAMES = List.of("en", "de", "fr", "es", "it", "pt", "nl", "ja", "zh");

    private static final Pattern LINE =
            Pattern.compile("([A-Za-z0-9.\\[\\] ]+?)(?: \\(with ([A-Za-z.\\[\\]]+)\\))? *= *(.+)");
    private static final Pattern GROUP = Pattern.compile("^(?:metadata|address)\\.", Pattern.CASE_INSENSITIVE);
    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    /** Declared last, because reading the files needs the patterns. */
    private static final List<ColumnLanguage> ALL =
            NAMES.stream().map(ColumnLanguage::load).toList();

    private final Map<String, Target> targets = new HashMap<>();
    private final Map<String, Conditional> conditionals = new HashMap<>();

    private ColumnLanguage() {}

    /** Returns all languages. */
    static List<ColumnLanguage> all() {
        return ALL;
    }

    /**
     * Reads the names of a language.
     *
     * @throws IllegalArgumentException if a line has another form or an unknown target, or repeats a name
     */
    static ColumnLanguage parse(List<String> lines) {
        ColumnLanguage language = new ColumnLanguage();
        for (String line : lines) {
            if (!line.isBlank() && !line.startsWith("#")) {
                language.add(line);
            }
        }
        return language;
    }

    /** Returns the form of a name in which names are compared: without case, accents, spaces and punctuation. */
    static String keyOf(String name) {
        String plain = GROUP.matcher(UnicodeText.stripped(name)).replaceFirst("");
        return NO_LETTER.matcher(Folded.of(plain)).replaceAll("");
    }

    /** Returns the target of a name, whatever the other columns are; null if the name is unknown. */
    @Nullable
    Target find(String key) {
        return targets.get(key);
    }

    /** Returns the target of a name that depends on another column. */
    Optional<Conditional> conditional(String key) {
        return Optional.ofNullable(conditionals.get(key));
    }

    /** Returns the targets that need no other column. */
    Stream<Target> targets() {
        return targets.values().stream();
    }

    boolean knows(String key) {
        return targets.containsKey(key) || conditionals.containsKey(key);
    }

    private void add(String line) {
        Matcher parts = LINE.matcher(line.strip());
        if (!parts.matches()) {
            throw new IllegalArgumentException("not a line of column names: " + line);
        }
        @Nullable String condition = parts.group(2);
        @Nullable Target target = Targets.named(parts.group(1)).orElse(null);
        if (target == null && !(condition != null && parts.group(1).equals(ColumnNames.IGNORE))) {
            throw new IllegalArgumentException("unknown field: " + parts.group(1));
        }
        for (String name : parts.group(3).split("\\|")) {
            String key = keyOf(name);
            boolean repeated = condition == null
                    ? targets.put(key, Objects.requireNonNull(target)) != null
                    : conditionals.put(key, new Conditional(target, condition)) != null;
            if (key.isEmpty() || repeated) {
                throw new IllegalArgumentException("a name without letters or twice: " + name.strip());
            }
        }
    }

    private static ColumnLanguage load(String name) {
        try (InputStream in = Objects.requireNonNull(ColumnLanguage.class.getResourceAsStream(name + ".txt"), name);
                BufferedReader text = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return parse(text.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A target that a name has only beside another column.
     *
     * @param target the target; null for a column that is ignored
     * @param other the path of the target of the other column
     */
    record Conditional(@Nullable Target target, String other) {}
}
