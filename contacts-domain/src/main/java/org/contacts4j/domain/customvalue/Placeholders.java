package org.contacts4j.domain.customvalue;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.contacts4j.domain.contact.Contact;
import org.jspecify.annotations.Nullable;

/** The placeholders of a template. */
public final class Placeholders {

    private static final String CUSTOM_VALUES = "custom_values.";
    private static final String CONTACT = "contact.";

    private Placeholders() {}

    /**
     * Returns the replacements of tokens, for {@link Template#render}.
     *
     * @param customValues the organization's texts by key
     * @param contact the contact of the text; if null, contact tokens are unknown
     * @param customFields the keys of custom fields, which are known tokens even if the contact has no value
     */
    public static Function<String, @Nullable String> of(
            Map<String, String> customValues, @Nullable Contact contact, Set<String> customFields) {
        return name -> {
            if (name.startsWith(CUSTOM_VALUES)) {
                return customValues.get(name.substring(CUSTOM_VALUES.length()));
            }
            return name.startsWith(CONTACT) && contact != null
                    ? ContactPlaceholders.of(contact, name.substring(CONTACT.length()), customFields)
                    : null;
        };
    }
}
