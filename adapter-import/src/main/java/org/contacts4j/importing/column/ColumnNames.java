package org.contacts4j.importing.column;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.contacts4j.application.importing.FileOptions;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.UnicodeText;
import org.contacts4j.domain.validation.Faults;
import org.jspecify.annotations.Nullable;

/**
 * The targets of columns by name: as a client maps them, as exports and the API name fields, as programs name columns in
 * several languages, and as the organization names its custom fields.
 */
final class ColumnNames {

    static final String IGNORE = "ignore";
    private static final Pattern CUSTOM =
            Pattern.compile("(?:custom|customfields)\\.[A-Za-z0-9_-]{1,64}", Pattern.CASE_INSENSITIVE);

    private final Map<String, Optional<Target>> mapped = new HashMap<>();
    private final CustomFieldNames customFields;

    /**
     * Reads the mapping of a client and the names of custom fields.
     *
     * @throws ContactsFailure.Invalid if a target is unknown
     */
    ColumnNames(FileOptions options) {
        customFields = new CustomFieldNames(options.customFields());
        Faults faults = new Faults();
        options.mapping().forEach((name, path) -> {
            Optional<Target> target = Targets.named(path.strip());
            if (target.isEmpty() && !path.strip().equals(IGNORE)) {
                faults.add(
                        "mapping",
                        "has no field '" + path + "' for '" + name
                                + "'; name it as in the API, such as metadata.title, address.city or customFields.key,"
                                + " or ignore");
            }
            mapped.put(ColumnLanguage.keyOf(name), target);
        });
        faults.throwIfAny();
    }

    /** Returns whether the client maps a column with this name. */
    boolean maps(String name) {
        return mapped.containsKey(ColumnLanguage.keyOf(name));
    }

    /** Returns the names of the client's mapping, in the form in which names are compared. */
    Set<String> mappedKeys() {
        return mapped.keySet();
    }

    /** Returns the number of names that are known or mapped. */
    int countKnown(List<String> names) {
        int count = 0;
        for (String name : names) {
            String key = ColumnLanguage.keyOf(name);
            boolean known = mapped.containsKey(key)
                    || CUSTOM.matcher(name.strip()).matches()
                    || ExportedColumns.find(name.strip()) != null
                    || customFields.find(name).isPresent()
                    || ColumnLanguage.all().stream().anyMatch(language -> language.knows(key));
            count += known ? 1 : 0;
        }
        return count;
    }

    /** Returns the target of a name by itself; null if the name is unknown or ignored. */
    @Nullable
    Target find(String name) {
        return find(name, ColumnLanguage.keyOf(name), ColumnLanguage.all());
    }

    /**
     * Returns the target of each column; null for unknown and ignored columns, and for columns whose field another column
     * fills. A name of several languages has the meaning of the language that knows most columns.
     */
    List<@Nullable Target> find(List<String> names) {
        List<String> keys = names.stream().map(ColumnLanguage::keyOf).toList();
        List<ColumnLanguage> languages = new ArrayList<>(ColumnLanguage.all());
        languages.sort(Comparator.comparing(
                language -> -keys.stream().filter(language::knows).count()));
        List<@Nullable Target> alone = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            alone.add(find(names.get(i), keys.get(i), languages));
        }
        List<@Nullable Target> targets = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            targets.add(
                    mapped.containsKey(keys.get(i)) ? alone.get(i) : besideOthers(keys.get(i), i, alone, languages));
        }
        return withoutSeconds(keys, targets);
    }

    private @Nullable Target find(String name, String key, List<ColumnLanguage> languages) {
        Optional<Target> own = mapped.getOrDefault(key, Optional.empty());
        if (own.isPresent() || mapped.containsKey(key)) {
            return own.orElse(null);
        }
        @Nullable Target exported = ExportedColumns.find(UnicodeText.stripped(name));
        if (exported != null) {
            return exported;
        }
        Matcher custom = CUSTOM.matcher(UnicodeText.stripped(name));
        if (custom.matches()) {
            return Targets.named(custom.group()).orElse(null);
        }
        for (ColumnLanguage language : languages) {
            if (language.knows(key)) {
                return language.find(key);
            }
        }
        return customFields.find(name).orElse(null);
    }

    /** Returns why a column with this name fills no field; empty if its name is unknown, or the client ignores it. */
    Optional<String> whyIgnored(String name) {
        if (maps(name)) {
            return Optional.empty();
        }
        @Nullable Target target = find(name);
        if (target == null) {
            return customFields.ambiguity(name);
        }
        return target.adds() ? Optional.empty() : Optional.of("another column or member fills " + target.path());
    }

    private static @Nullable Target besideOthers(
            String key, int column, List<@Nullable Target> alone, List<ColumnLanguage> languages) {
        for (ColumnLanguage language : languages) {
            if (language.knows(key)) {
                Optional<ColumnLanguage.Conditional> conditional =
                        language.conditional(key).filter(found -> hasOther(found.other(), column, alone));
                return conditional.isPresent() ? conditional.get().target() : alone.get(column);
            }
        }
        return alone.get(column);
    }

    private static boolean hasOther(String path, int column, List<@Nullable Target> alone) {
        for (int i = 0; i < alone.size(); i++) {
            @Nullable Target other = alone.get(i);
            if (i != column && other != null && other.path().equals(path)) {
                return true;
            }
        }
        return false;
    }

    /** Columns that a client maps take precedence over the others, and then those further to the left. */
    private List<@Nullable Target> withoutSeconds(List<String> keys, List<@Nullable Target> targets) {
        List<@Nullable Target> first = new ArrayList<>(targets);
        Set<String> filled = new HashSet<>();
        for (boolean own : new boolean[] {true, false}) {
            for (int i = 0; i < targets.size(); i++) {
                @Nullable Target target = targets.get(i);
                boolean second = target != null
                        && mapped.containsKey(keys.get(i)) == own
                        && !target.adds()
                        && !filled.add(target.path());
                if (second) {
                    first.set(i, null);
                }
            }
        }
        return first;
    }
}
