package org.contacts4j.exporting;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.contacts4j.domain.Address;
import org.contacts4j.domain.AddressPart;
import org.contacts4j.domain.EnumNames;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.contact.Email;
import org.contacts4j.domain.contact.Phone;
import org.contacts4j.domain.patch.Field;
import org.contacts4j.json.Json;
import org.contacts4j.json.Timestamps;
import org.contacts4j.json.canonical.ContactJson;
import org.jspecify.annotations.Nullable;

/**
 * The columns of tables. All of them together contain the whole contact, and an import of the table restores it: a value
 * that a plain cell cannot hold, such as a second phone number with its label, is JSON in a column of its own.
 */
public final class ExportColumns {

    private static final Pattern NON_ALPHANUMERIC = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final String CUSTOM = "custom.";
    private static final String METADATA = "metadata.";

    /** Characters that imports may treat as separators of the values of a cell. */
    private static final Pattern SEPARATOR = Pattern.compile("[;,|:\"'\\[\\r\\n]|^\\* ");

    private static final Map<String, ExportColumn> STANDARD = new LinkedHashMap<>();

    static {
        add("id", c -> c.id().toString());
        texts(
                ContactField.NAME,
                ContactField.FIRST_NAME,
                ContactField.LAST_NAME,
                ContactField.SALUTATION,
                ContactField.DISPLAY_NAME,
                ContactField.LOCAL_NAME,
                ContactField.PRONOUNS,
                ContactField.CODE,
                ContactField.EMAIL,
                ContactField.PHONE,
                ContactField.MOBILE_PHONE,
                ContactField.WORK_PHONE);
        add("emails", c -> emails(c.communication().emails()));
        add("phones", c -> phones(c.communication().phones()));
        texts(ContactField.WEBSITE);
        for (AddressPart part : AddressPart.values()) {
            if (part != AddressPart.ID) {
                add("address." + part.key(), c -> part(c.address(), part));
            }
        }
        texts(ContactField.COMPANY_NAME);
        add(ContactField.COMPANY.name(), c -> text(c.job().companyId()));
        texts(ContactField.TITLE, ContactField.DEPARTMENT);
        add(
                ContactJson.pathOf(ContactField.REPORTS_TO.name()),
                c -> text(c.job().reportsTo()));
        add(
                ContactJson.pathOf(ContactField.PREFERRED_METHOD.name()),
                c -> word(c.communication().preferredMethod()));
        add("tags", c -> list(c.tags()));
        add("dnc", c -> String.valueOf(c.communication().doNotContact()));
        texts(
                ContactField.SOURCE,
                ContactField.TAX_ID,
                ContactField.DESCRIPTION,
                ContactField.NOTES,
                ContactField.LANGUAGE);
        add(
                "assignedTo",
                c -> list(c.assignment().members().stream()
                        .map(member -> member.value())
                        .toList()));
        add(
                "teams",
                c -> list(c.assignment().teams().stream()
                        .map(team -> team.value())
                        .toList()));
        add("status", c -> word(c.status()));
        add("extensions", c -> c.extensions().isEmpty() ? null : Json.text(c.extensions()));
        add("createdAt", c -> Timestamps.of(c.revision().createdAt()));
        add("updatedAt", c -> Timestamps.of(c.revision().updatedAt()));
        add("createdBy", c -> text(c.revision().createdBy()));
        add("updatedBy", c -> text(c.revision().updatedBy()));
        add("version", c -> String.valueOf(c.revision().version()));
    }

    private ExportColumns() {}

    /**
     * Returns the columns of a complete table.
     *
     * @param keys the keys of the organization's custom fields, each of which has a column of its own
     */
    public static List<ExportColumn> all(Collection<String> keys) {
        List<ExportColumn> columns = new ArrayList<>(STANDARD.values());
        keys.forEach(key -> columns.add(custom(key)));
        Set<String> own = Set.copyOf(keys);
        columns.add(new ExportColumn("customFields", c -> otherCustomFields(c.customFields(), own)));
        return columns;
    }

    /**
     * Returns the column with this name, regardless of case and punctuation. {@code title} is the same column
     * as {@code metadata.title}. Empty if there is none.
     */
    public static Optional<ExportColumn> find(String name) {
        String stripped = name.strip();
        for (String prefix : List.of(CUSTOM, "customFields.")) {
            if (stripped.startsWith(prefix) && stripped.length() > prefix.length()) {
                return Optional.of(custom(stripped.substring(prefix.length())));
            }
        }
        if (keyOf(stripped).equals("customfields")) {
            return Optional.of(new ExportColumn("customFields", c -> otherCustomFields(c.customFields(), Set.of())));
        }
        return STANDARD.values().stream()
                .filter(column -> keyOf(column.name()).equals(keyOf(stripped)))
                .findFirst()
                .or(() -> Optional.ofNullable(STANDARD.get(METADATA + stripped)));
    }

    private static String keyOf(String name) {
        return NON_ALPHANUMERIC.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("");
    }

    @SafeVarargs
    private static void texts(Field<Contact, String>... fields) {
        for (Field<Contact, String> field : fields) {
            add(ContactJson.pathOf(field.name()), field::of);
        }
    }

    private static void add(String name, Function<Contact, @Nullable String> cell) {
        STANDARD.put(name, new ExportColumn(name, cell));
    }

    private static ExportColumn custom(String key) {
        return new ExportColumn(CUSTOM + key, c -> plain(c.customFields().get(key)));
    }

    /** Returns the values that no other column contains; null if there are none. */
    private static @Nullable String otherCustomFields(Map<String, @Nullable Object> values, Set<String> own) {
        Map<String, @Nullable Object> others = new LinkedHashMap<>();
        values.forEach((key, value) -> {
            if (!own.contains(key) || plain(value) == null) {
                others.put(key, value);
            }
        });
        return others.isEmpty() ? null : Json.text(others);
    }

    /** Returns the text from which an import restores the value of a defined custom field; null if there is none. */
    private static @Nullable String plain(@Nullable Object value) {
        if (value instanceof String text) {
            return text.isBlank() ? null : text;
        }
        if (value instanceof Number number) {
            return new BigDecimal(number.toString()).toPlainString();
        }
        if (value instanceof List<?> list) {
            boolean isPlain = list.stream()
                    .allMatch(entry -> entry instanceof String text
                            && !SEPARATOR.matcher(text).find());
            return isPlain
                    ? String.join("; ", list.stream().map(String::valueOf).toList())
                    : null;
        }
        return value instanceof Boolean ? value.toString() : null;
    }

    private static @Nullable String list(List<String> texts) {
        if (texts.isEmpty()) {
            return null;
        }
        boolean isPlain =
                texts.stream().noneMatch(text -> SEPARATOR.matcher(text).find());
        return isPlain ? String.join("; ", texts) : Json.text(texts);
    }

    /** Returns the list as JSON, unless the primary address says everything. */
    private static @Nullable String emails(List<Email> emails) {
        boolean isPlain =
                emails.isEmpty() || (emails.size() == 1 && emails.get(0).label().equals(Contact.PRIMARY));
        return isPlain
                ? null
                : Json.text(emails.stream()
                        .map(email -> entry("address", email.address(), email.label()))
                        .toList());
    }

    private static @Nullable String phones(List<Phone> phones) {
        boolean isPlain =
                phones.isEmpty() || (phones.size() == 1 && phones.get(0).label().equals(Contact.PRIMARY));
        return isPlain
                ? null
                : Json.text(phones.stream()
                        .map(phone -> entry("number", phone.number(), phone.label()))
                        .toList());
    }

    private static Map<String, String> entry(String name, String value, String label) {
        Map<String, String> entry = new LinkedHashMap<>();
        entry.put(name, value);
        entry.put("label", label);
        return entry;
    }

    private static @Nullable String part(@Nullable Address address, AddressPart part) {
        return address == null ? null : address.get(part);
    }

    private static @Nullable String text(@Nullable Object id) {
        return id == null ? null : id.toString();
    }

    private static @Nullable String word(@Nullable Enum<?> constant) {
        return constant == null ? null : EnumNames.of(constant);
    }
}
