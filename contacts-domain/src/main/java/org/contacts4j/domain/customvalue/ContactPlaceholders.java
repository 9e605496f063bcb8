package org.contacts4j.domain.customvalue;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.contacts4j.domain.Address;
import org.contacts4j.domain.AddressPart;
import org.contacts4j.domain.EnumNames;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.jspecify.annotations.Nullable;

/** The template placeholders of a contact: its fields, in camelCase or snake_case, and its custom values. */
final class ContactPlaceholders {

    private static final String CUSTOM = "custom.";
    private static final String ADDRESS = "address.";
    private static final Pattern SNAKE = Pattern.compile("_([a-z0-9])");

    private static final Map<String, Function<Contact, @Nullable Object>> FIELDS = fields();

    private ContactPlaceholders() {}

    /** Returns the replacement of a token: empty if the field is unset, null if there is no such field. */
    static @Nullable String of(Contact contact, String name, Set<String> customFields) {
        if (name.startsWith(CUSTOM)) {
            String key = name.substring(CUSTOM.length());
            boolean isKnown =
                    customFields.contains(key) || contact.customFields().containsKey(key);
            return isKnown ? text(contact.customFields().get(key)) : null;
        }
        String camel = SNAKE.matcher(name).replaceAll(ContactPlaceholders::upper);
        if (camel.startsWith(ADDRESS)) {
            return part(contact.address(), camel.substring(ADDRESS.length()));
        }
        @Nullable Function<Contact, @Nullable Object> field = FIELDS.get(camel);
        return field == null ? null : text(field.apply(contact));
    }

    private static Map<String, Function<Contact, @Nullable Object>> fields() {
        Map<String, Function<Contact, @Nullable Object>> fields = new HashMap<>();
        List.of(
                        ContactField.NAME,
                        ContactField.FIRST_NAME,
                        ContactField.LAST_NAME,
                        ContactField.SALUTATION,
                        ContactField.DISPLAY_NAME,
                        ContactField.LOCAL_NAME,
                        ContactField.CODE,
                        ContactField.EMAIL,
                        ContactField.PHONE,
                        ContactField.MOBILE_PHONE,
                        ContactField.WORK_PHONE,
                        ContactField.WEBSITE,
                        ContactField.LANGUAGE,
                        ContactField.COMPANY_NAME,
                        ContactField.TITLE,
                        ContactField.DEPARTMENT,
                        ContactField.SOURCE,
                        ContactField.STATUS,
                        ContactField.TAGS)
                .forEach(field -> fields.put(field.name(), field::of));
        fields.put("id", Contact::id);
        return Map.copyOf(fields);
    }

    private static @Nullable String part(@Nullable Address address, String key) {
        for (AddressPart part : AddressPart.values()) {
            if (part.key().equals(key)) {
                return address == null ? "" : text(address.get(part));
            }
        }
        return null;
    }

    private static String text(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof List<?> list) {
            return list.stream().map(ContactPlaceholders::text).collect(Collectors.joining(", "));
        }
        if (value instanceof Enum<?> word) {
            return EnumNames.of(word);
        }
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }

    private static String upper(MatchResult letter) {
        return letter.group(1).toUpperCase(Locale.ROOT);
    }
}
