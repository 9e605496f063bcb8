package org.contacts4j.http.importing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.contacts4j.application.customfield.CustomFieldService;
import org.contacts4j.application.importing.ImportOptions;
import org.contacts4j.domain.customfield.CustomField;
import org.contacts4j.domain.organization.Caller;
import org.jspecify.annotations.Nullable;

/**
 * The custom fields of an organization, which columns and members of JSON contacts can be named after, and which clients
 * name in a mapping by key or by label, as {@code customFields.Shoe size}.
 */
record CustomFieldLabels(CustomFieldService customFields) {

    private static final List<String> PREFIXES = List.of("customFields.", "custom.");

    /** Returns the options with the custom fields that are in use, and with their keys instead of labels. */
    ImportOptions keyed(Caller caller, ImportOptions options) {
        List<CustomField> known = customFields.list(caller);
        Map<String, String> labels = new LinkedHashMap<>();
        known.stream().filter(field -> !field.archived()).forEach(field -> labels.put(field.key(), field.label()));
        Map<String, String> mapping = new LinkedHashMap<>();
        options.file().mapping().forEach((column, path) -> mapping.put(column, keyed(path, known)));
        return options.with(options.file().mapping(mapping, labels));
    }

    private static String keyed(String path, List<CustomField> known) {
        @Nullable String name = nameIn(path);
        if (name == null || known.stream().anyMatch(field -> field.key().equals(name))) {
            return path;
        }
        return known.stream()
                .filter(field -> field.label().equalsIgnoreCase(name))
                .findFirst()
                .map(field -> PREFIXES.get(0) + field.key())
                .orElse(path);
    }

    private static @Nullable String nameIn(String path) {
        return PREFIXES.stream()
                .filter(path::startsWith)
                .findFirst()
                .map(prefix -> path.substring(prefix.length()).strip())
                .orElse(null);
    }
}
