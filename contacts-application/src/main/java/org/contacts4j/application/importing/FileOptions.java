package org.contacts4j.application.importing;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.contacts4j.domain.customfield.LocalForms;
import org.jspecify.annotations.Nullable;

/**
 * What a client says about the file of an import.
 *
 * @param charset the name of the encoding; null if it must be detected
 * @param separator the separator of the cells of a table; null if it must be detected
 * @param mapping the fields of columns by column name, as {@code metadata.title}, {@code customFields.key} or
 *     {@code ignore}; other columns are mapped by their names
 * @param forms the local forms of dates and numbers
 * @param customFields the labels of the organization's custom fields by key; a column with one of these names fills the
 *     field, unless the name has another meaning
 */
public record FileOptions(
        @Nullable String charset,
        @Nullable Character separator,
        Map<String, String> mapping,
        LocalForms forms,
        Map<String, String> customFields) {

    /** Says nothing about the file. */
    public static final FileOptions DEFAULT = new FileOptions(null, null, Map.of(), LocalForms.UNAMBIGUOUS);

    public FileOptions {
        mapping = Collections.unmodifiableMap(new LinkedHashMap<>(mapping));
        customFields = Collections.unmodifiableMap(new LinkedHashMap<>(customFields));
    }

    /** Creates options that name no custom fields. */
    public FileOptions(
            @Nullable String charset, @Nullable Character separator, Map<String, String> mapping, LocalForms forms) {
        this(charset, separator, mapping, forms, Map.of());
    }

    /** Returns these options with an encoding and a separator. */
    public FileOptions in(@Nullable String encoding, @Nullable Character cells) {
        return new FileOptions(encoding, cells, mapping, forms, customFields);
    }

    /** Returns these options with another mapping, and with the labels of custom fields by key. */
    public FileOptions mapping(Map<String, String> fields, Map<String, String> labels) {
        return new FileOptions(charset, separator, fields, forms, labels);
    }
}
