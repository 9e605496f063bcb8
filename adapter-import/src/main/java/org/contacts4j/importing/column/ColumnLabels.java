package org.contacts4j.importing.column;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.contacts4j.domain.contact.ContactField;
import org.jspecify.annotations.Nullable;

/**
 * The columns of Google with the labels of addresses and numbers: {@code Phone 1 - Label} beside {@code Phone 1 - Value},
 * or {@code Phone 1 - Type} in older files.
 */
final class ColumnLabels {

    private static final String VALUE = "value";
    private static final List<String> LABELS = List.of("label", "type");
    private static final Pattern PHONES = Pattern.compile("phones?(?:\\[.*])?");
    private static final Pattern EMAILS = Pattern.compile("emails?(?:\\[.*])?");

    /** Google marks the preferred entry with a star. */
    private static final Pattern STAR = Pattern.compile("^\\* ?");

    private static final Map<String, String> OTHER_NAMES = Map.of("cell", "mobile", "work fax", "fax");

    private ColumnLabels() {}

    /** Returns the index of the column with the labels of each column; -1 for columns without labels. */
    static List<Integer> of(List<String> names, List<@Nullable Target> targets, ColumnNames known) {
        List<String> keys = names.stream().map(ColumnLanguage::keyOf).toList();
        return IntStream.range(0, names.size())
                .mapToObj(
                        i -> isLabeled(names.get(i), targets.get(i), known) ? labelsOf(keys.get(i), keys, targets) : -1)
                .toList();
    }

    /** Returns the name of the field that the labels of a column fill. */
    static String pathOf(Target target) {
        return (isPhone(target) ? ContactField.PHONES : ContactField.EMAILS).name() + ".label";
    }

    /** Returns the target of a value that has this label. */
    static Target labeled(Target target, String cell) {
        String label = STAR.matcher(cell.split(" ::: ", 2)[0].strip()).replaceFirst("");
        String lower = label.toLowerCase(Locale.ROOT);
        String name = isPhone(target) ? OTHER_NAMES.getOrDefault(lower, lower) : lower;
        Optional<Target> labeled =
                Targets.named((isPhone(target) ? ContactField.PHONES : ContactField.EMAILS).name() + "[" + name + "]");
        return labeled.orElse(target);
    }

    private static boolean isLabeled(String name, @Nullable Target target, ColumnNames known) {
        return target != null
                && !known.maps(name)
                && (isPhone(target) || EMAILS.matcher(target.path()).matches());
    }

    private static int labelsOf(String key, List<String> keys, List<@Nullable Target> targets) {
        String entry = key.endsWith(VALUE) ? key.substring(0, key.length() - VALUE.length()) : "";
        for (String label : LABELS) {
            int column = entry.isEmpty() ? -1 : keys.indexOf(entry + label);
            if (column >= 0 && targets.get(column) == null) {
                return column;
            }
        }
        return -1;
    }

    private static boolean isPhone(Target target) {
        return PHONES.matcher(target.path()).matches();
    }
}
