package org.contacts4j.domain.filter;

import org.contacts4j.domain.customfield.CustomFieldType;
import org.jspecify.annotations.Nullable;

/** What an organisation's custom fields hold, as far as it has defined them. */
@FunctionalInterface
public interface CustomFieldTypes {

    /** The type of the field with this key; null when there is no such definition. */
    @Nullable
    CustomFieldType typeOf(String key);

    /** Whether values under this key are hidden, since its definition was deleted: they are as good as unset. */
    default boolean hides(String key) {
        return false;
    }
}
