package org.contacts4j.domain.filter;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.contacts4j.domain.Address;
import org.contacts4j.domain.AddressPart;
import org.contacts4j.domain.EnumNames;
import org.contacts4j.domain.Folded;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.contact.SearchText;
import org.contacts4j.domain.customfield.CustomFieldType;
import org.contacts4j.domain.id.MemberId;
import org.contacts4j.domain.id.TagId;
import org.contacts4j.domain.patch.Field;
import org.jspecify.annotations.Nullable;

/** All fields that contacts can be filtered by. Intended for static import. */
public final class Fields {

    /** Prefix of a custom field's name. */
    public static final String CUSTOM = "custom.";

    /** A key that no custom field can have. Stands for hidden fields, so that their values are unset. */
    private static final String UNUSED_KEY = "";

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final Pattern CAMEL_CASE_BOUNDARY = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

    private static final Map<String, FilterField<?>> BY_NAME = new LinkedHashMap<>();

    private static final TextField NAME =
            add(new TextField("name", contact -> Folded.sortKey(contact.name().full())));
    private static final TextField EMAIL = text(ContactField.EMAIL);
    private static final TextField PHONE = text(ContactField.PHONE);
    private static final TextField COMPANY = add(new TextField("company", SearchText::companyOf));
    private static final TextField SOURCE = text(ContactField.SOURCE);
    private static final TextField NOTES = text(ContactField.NOTES);
    private static final ItemsField TAGS = add(new ItemsField("tags", Fields::tags, TagId::keyOf));
    private static final FlagField DO_NOT_CONTACT =
            add(new FlagField("dnc", contact -> contact.communication().doNotContact()));
    private static final TimeField CREATED_AT =
            add(new TimeField("created_at", contact -> contact.revision().createdAt()));
    private static final TimeField UPDATED_AT =
            add(new TimeField("updated_at", contact -> contact.revision().updatedAt()));
    private static final TextField STATUS = text("status", contact -> EnumNames.of(contact.status()));
    private static final TextField DEPARTMENT = text(ContactField.DEPARTMENT);
    private static final TextField TITLE = text(ContactField.TITLE);
    private static final TextField CITY = text("city", Fields::city);
    private static final TextField LOCAL_NAME = text(ContactField.LOCAL_NAME);
    private static final ItemsField ASSIGNED_TO =
            add(new ItemsField("assigned_to", Fields::members, UnaryOperator.identity()));
    private static final TextField PRONOUNS = text(ContactField.PRONOUNS);

    private Fields() {}

    /** Returns every field except custom fields. */
    public static Collection<FilterField<?>> all() {
        return Collections.unmodifiableCollection(BY_NAME.values());
    }

    public static TextField name() {
        return NAME;
    }

    /** Returns the field of the name in the contact's own language. */
    public static TextField localName() {
        return LOCAL_NAME;
    }

    /** Returns the field of the primary e-mail address. */
    public static TextField email() {
        return EMAIL;
    }

    /** Returns the field of the primary phone number, as it was entered. */
    public static TextField phone() {
        return PHONE;
    }

    /** Returns the field of the company name, which is either a linked record's name or plain text. */
    public static TextField company() {
        return COMPANY;
    }

    public static TextField source() {
        return SOURCE;
    }

    public static TextField notes() {
        return NOTES;
    }

    public static TextField department() {
        return DEPARTMENT;
    }

    public static TextField title() {
        return TITLE;
    }

    public static TextField pronouns() {
        return PRONOUNS;
    }

    /** Returns the field of the address's city. */
    public static TextField city() {
        return CITY;
    }

    /** Returns the status field. Compare it with a {@link org.contacts4j.domain.contact.ContactStatus}. */
    public static TextField status() {
        return STATUS;
    }

    /** Returns the tags field. Tags are compared ignoring case. */
    public static ItemsField tags() {
        return TAGS;
    }

    /** Returns the field of assigned members' ids. Ids are compared exactly. */
    public static ItemsField assignedTo() {
        return ASSIGNED_TO;
    }

    public static FlagField doNotContact() {
        return DO_NOT_CONTACT;
    }

    public static TimeField createdAt() {
        return CREATED_AT;
    }

    public static TimeField updatedAt() {
        return UPDATED_AT;
    }

    /**
     * Returns a custom field as text.
     *
     * @param key 1 to 64 of A-Z, a-z, 0-9, {@code _} and {@code -}; this applies to all custom fields
     * @throws IllegalArgumentException if filters {@linkplain #canName cannot name} the key
     */
    public static TextField custom(String key) {
        return new TextField(
                customName(key), contact -> CustomFieldValue.of(contact, key).text());
    }

    /** Returns a custom field as a number. Values that are not numbers are unset. */
    public static NumberField customNumber(String key) {
        return new NumberField(
                customName(key), contact -> CustomFieldValue.of(contact, key).number());
    }

    /** Returns a custom field as a time. Values that are not times are unset. */
    public static TimeField customTime(String key) {
        return new TimeField(
                customName(key), contact -> CustomFieldValue.of(contact, key).time());
    }

    /** Returns a custom field as a flag. Values other than true and false are unset. */
    public static FlagField customFlag(String key) {
        return new FlagField(
                customName(key), contact -> CustomFieldValue.of(contact, key).flag());
    }

    /** Returns a custom field as a list of items. Items are compared as text. */
    public static ItemsField customItems(String key) {
        return new ItemsField(
                customName(key), contact -> CustomFieldValue.of(contact, key).items(), ComparedText::of);
    }

    /** Returns whether filters can name a custom field with this key. */
    public static boolean canName(String key) {
        return KEY.matcher(key).matches();
    }

    /**
     * Returns the field with this name, in snake_case or camelCase. A custom field has its defined type. Without a
     * definition, the operator and the value determine the type.
     */
    static Optional<FilterField<?>> find(
            String name, CustomFieldTypes types, @Nullable Operator operator, @Nullable Object value) {
        if (!name.startsWith(CUSTOM)) {
            return Optional.ofNullable(BY_NAME.get(inSnakeCase(name)));
        }
        String key = name.substring(CUSTOM.length());
        if (!canName(key)) {
            return Optional.empty();
        }
        @Nullable CustomFieldType type = types.typeOf(key);
        return Optional.of(
                type == null
                        ? UndefinedCustomField.field(types.hides(key) ? UNUSED_KEY : key, operator, value)
                        : custom(key, type));
    }

    /** Returns the field names for error messages. */
    static String names() {
        return String.join(", ", BY_NAME.keySet());
    }

    static String inSnakeCase(String name) {
        return CAMEL_CASE_BOUNDARY.matcher(name).replaceAll("_").toLowerCase(Locale.ROOT);
    }

    private static FilterField<?> custom(String key, CustomFieldType type) {
        return switch (type) {
            case TEXT, SELECT, URL, EMAIL -> custom(key);
            case NUMBER -> customNumber(key);
            case BOOLEAN -> customFlag(key);
            case DATE -> customTime(key);
            case MULTISELECT -> customItems(key);
        };
    }

    private static String customName(String key) {
        if (!canName(key) && !key.equals(UNUSED_KEY)) {
            throw new IllegalArgumentException("a custom field's key has 1 to 64 of A-Z, a-z, 0-9, _ and -");
        }
        return CUSTOM + key;
    }

    private static TextField text(Field<Contact, String> field) {
        return text(inSnakeCase(field.name()), field);
    }

    private static TextField text(String name, Function<Contact, @Nullable String> reader) {
        return add(new TextField(name, contact -> ComparedText.of(reader.apply(contact))));
    }

    private static <F extends FilterField<?>> F add(F field) {
        BY_NAME.put(field.name(), field);
        return field;
    }

    private static @Nullable String city(Contact contact) {
        @Nullable Address address = contact.address();
        return address == null ? null : address.get(AddressPart.CITY);
    }

    private static Collection<String> tags(Contact contact) {
        return contact.tags().stream().map(TagId::keyOf).toList();
    }

    private static Collection<String> members(Contact contact) {
        List<MemberId> members = contact.assignment().members();
        return members.stream().map(MemberId::value).toList();
    }
}
