package org.contacts4j.domain.filter.reading;

import org.contacts4j.domain.customfield.CustomFieldType;
import org.jspecify.annotations.Nullable;

/** The types of the custom fields that an organization has defined. */
@FunctionalInterface
public interface CustomFieldTypes {

    /** Returns the type of the field with this key, or null if the field is not defined. */
    @Nullable
    CustomFieldType typeOf(String key);

    /**
     * Returns whether values under this key are hidden because its definition was deleted. Hidden values are treated as
     * unset.
     */
    default boolean hides(String key) {
        return false;
    }
}
