package org.contacts4j.domain.customfield;

import org.contacts4j.domain.patch.Field;
import org.contacts4j.domain.patch.FieldTable;
import org.contacts4j.domain.validation.Rules;

/** The writable properties of a custom-field folder. */
public final class FolderProperty {

    static final FieldTable<CustomFieldFolder> TABLE = new FieldTable<>();

    /** Required. */
    public static final Field<CustomFieldFolder, String> NAME =
            TABLE.field("name", Rules.trimmed(), CustomFieldFolder::name);

    public static final Field<CustomFieldFolder, Integer> POSITION =
            TABLE.withDefault("position", Rules.anything(), CustomFieldFolder::position, 0);

    private FolderProperty() {}
}
