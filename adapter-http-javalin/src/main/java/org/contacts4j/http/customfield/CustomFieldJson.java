package org.contacts4j.http.customfield;

import java.util.List;
import java.util.UUID;
import org.contacts4j.domain.EnumNames;
import org.contacts4j.domain.customfield.CustomField;
import org.jspecify.annotations.Nullable;

/** The JSON of a custom field definition in the canonical API. */
record CustomFieldJson(
        UUID id,
        String key,
        String label,
        String type,
        List<String> options,
        boolean required,
        @Nullable UUID folder,
        int position,
        boolean archived) {

    static CustomFieldJson from(CustomField field) {
        return new CustomFieldJson(
                field.id().value(),
                field.key(),
                field.label(),
                EnumNames.of(field.type()),
                field.options(),
                field.required(),
                field.folder() == null ? null : field.folder().value(),
                field.position(),
                field.archived());
    }
}
