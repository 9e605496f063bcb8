package org.contacts4j.contract.customfield;

import java.util.List;
import java.util.UUID;
import org.contacts4j.domain.customfield.CustomField;
import org.contacts4j.domain.customfield.CustomFieldProperty;
import org.contacts4j.domain.customfield.CustomFieldType;
import org.contacts4j.domain.id.CustomFieldFolderId;
import org.contacts4j.domain.id.CustomFieldId;
import org.contacts4j.domain.patch.Field;
import org.contacts4j.domain.patch.Patch;

/** A builder of test custom field definitions: {@code aField("plan").offering("gold", "silver")}. Immutable. */
public record CustomFieldFixture(UUID id, Patch<CustomField> properties) {

    /** Returns a text field with this key. */
    public static CustomFieldFixture aField(String key) {
        return new CustomFieldFixture(
                UUID.randomUUID(),
                Patch.of(CustomFieldProperty.KEY, key).set(CustomFieldProperty.TYPE, CustomFieldType.TEXT));
    }

    public CustomFieldFixture ofType(CustomFieldType type) {
        return with(CustomFieldProperty.TYPE, type);
    }

    public CustomFieldFixture offering(String... options) {
        return ofType(CustomFieldType.SELECT).with(CustomFieldProperty.OPTIONS, List.of(options));
    }

    public CustomFieldFixture required() {
        return with(CustomFieldProperty.REQUIRED, true);
    }

    public CustomFieldFixture archived() {
        return with(CustomFieldProperty.ARCHIVED, true);
    }

    public CustomFieldFixture at(int position) {
        return with(CustomFieldProperty.POSITION, position);
    }

    public CustomFieldFixture in(CustomFieldFolderId folder) {
        return with(CustomFieldProperty.FOLDER, folder);
    }

    public <T> CustomFieldFixture with(Field<CustomField, T> property, T value) {
        return new CustomFieldFixture(id, properties.set(property, value));
    }

    public CustomField define() {
        return CustomField.create(new CustomFieldId(id), 0, properties);
    }
}
