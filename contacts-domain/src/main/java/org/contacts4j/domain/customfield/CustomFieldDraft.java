package org.contacts4j.domain.customfield;

import java.util.List;
import java.util.Objects;
import org.contacts4j.domain.id.CustomFieldFolderId;
import org.contacts4j.domain.id.CustomFieldId;
import org.contacts4j.domain.validation.Faults;
import org.jspecify.annotations.Nullable;

/** The mutable state of a definition while a patch is applied. {@link #finish} checks rules that span properties. */
final class CustomFieldDraft {

    private final @Nullable String keyBefore;

    @Nullable
    String key;

    @Nullable
    String label;

    @Nullable
    CustomFieldType type;

    List<String> options = List.of();
    boolean optionsSet;
    boolean required;

    @Nullable
    CustomFieldFolderId folder;

    int position;
    boolean archived;

    CustomFieldDraft(int position) {
        this.keyBefore = null;
        this.position = position;
    }

    CustomFieldDraft(CustomField field) {
        keyBefore = field.key();
        key = field.key();
        label = field.label();
        type = field.type();
        options = field.options();
        required = field.required();
        folder = field.folder();
        position = field.position();
        archived = field.archived();
    }

    void offer(@Nullable List<String> given) {
        options = given == null ? List.of() : given;
        optionsSet = !options.isEmpty();
    }

    void finish(Faults faults) {
        if (key == null) {
            require("key", faults);
        } else if (keyBefore != null && !keyBefore.equals(key)) {
            faults.add("key", "cannot be changed, since contacts keep their values under it; change the label instead");
        }
        if (label == null) {
            label = key;
        }
        if (type == null) {
            require("type", faults);
        } else {
            checkOptions(type, faults);
        }
    }

    /** Adds an error for a missing property, unless it already has one: an unparsable property is not missing. */
    private static void require(String property, Faults faults) {
        if (!faults.concern(property)) {
            faults.add(property, "is required");
        }
    }

    private void checkOptions(CustomFieldType chosen, Faults faults) {
        if (chosen.isChoice()) {
            if (options.isEmpty()) {
                faults.add("options", "is required: a field of this type needs something to choose from");
            }
        } else if (optionsSet) {
            faults.add("options", "is only for the types select and multiselect");
        } else {
            options = List.of();
        }
    }

    CustomField toField(CustomFieldId id) {
        return new CustomField(
                id,
                Objects.requireNonNull(key),
                Objects.requireNonNull(label),
                Objects.requireNonNull(type),
                options,
                required,
                folder,
                position,
                archived);
    }
}
