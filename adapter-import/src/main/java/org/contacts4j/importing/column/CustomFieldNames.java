package org.contacts4j.importing.column;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.contacts4j.domain.UnicodeText;
import org.contacts4j.domain.contact.ContactField;

/** The custom fields of an organization by name. A key takes precedence over a label. */
final class CustomFieldNames {

    private final Map<String, List<String>> keys = new HashMap<>();
    private final Map<String, List<String>> labels = new HashMap<>();

    /** @param labelsByKey the labels of the custom fields by key */
    CustomFieldNames(Map<String, String> labelsByKey) {
        labelsByKey.forEach((key, label) -> {
            add(keys, key, key);
            add(labels, label, key);
        });
    }

    /** Returns the target of the only field with this key or label; empty if there is none or several. */
    Optional<Target> find(String name) {
        List<String> fields = fields(name);
        return fields.size() == 1
                ? Targets.named(ContactField.CUSTOM_FIELDS.name() + "." + fields.get(0))
                : Optional.empty();
    }

    /** Returns the reason why a name has no target if several fields have it; else empty. */
    Optional<String> ambiguity(String name) {
        List<String> fields = fields(name);
        return fields.size() > 1
                ? Optional.of("names several custom fields: " + String.join(", ", fields)
                        + "; map the column to customFields.<key>")
                : Optional.empty();
    }

    private List<String> fields(String name) {
        String exact = UnicodeText.stripped(name);
        String key = ColumnLanguage.keyOf(name);
        List<String> byKey = keys.getOrDefault(key, List.of());
        if (byKey.contains(exact)) {
            return List.of(exact);
        }
        return byKey.isEmpty() ? labels.getOrDefault(key, List.of()) : byKey;
    }

    private static void add(Map<String, List<String>> fields, String name, String key) {
        String form = ColumnLanguage.keyOf(name);
        if (!form.isEmpty()) {
            fields.computeIfAbsent(form, first -> new ArrayList<>()).add(key);
        }
    }
}
