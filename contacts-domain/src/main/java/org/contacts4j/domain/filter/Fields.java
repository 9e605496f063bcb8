package org.contacts4j.domain.filter;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.contacts4j.domain.Address;
import org.contacts4j.domain.AddressPart;
import org.contacts4j.domain.EnumNames;
import org.contacts4j.domain.Folded;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.contact.ContactMethod;
import org.contacts4j.domain.contact.ContactStatus;
import org.contacts4j.domain.contact.search.SearchText;
import org.contacts4j.domain.filter.Comparison.Range;
import org.contacts4j.domain.filter.Comparison.Within;
import org.contacts4j.domain.id.CompanyId;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.id.MemberId;
import org.contacts4j.domain.id.TagId;
import org.contacts4j.domain.id.TeamId;
import org.jspecify.annotations.Nullable;

/** All fields that contacts can be filtered by. Intended for static import. */
public final class Fields {

    /** Prefix of a custom field's name. */
    public static final String CUSTOM = "custom.";

    /** A key that no custom field can have. Stands for hidden fields, so that their values are unset. */
    public static final String UNUSED_KEY = "";

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private Fields() {}

    /** Returns the fields that clients can name, in the order of error messages, without custom fields. */
    public static List<FilterField<?>> all() {
        return List.of(
                name(),
                email(),
                phone(),
                company(),
                source(),
                notes(),
                tags(),
                doNotContact(),
                createdAt(),
                updatedAt(),
                statusText(),
                department(),
                title(),
                city(),
                localName(),
                assignedTo(),
                pronouns());
    }

    /**
     * Matches contacts with this text in their name, e-mail addresses, phones or company, ignoring case and accents.
     * Blank text matches every contact.
     *
     * @throws org.contacts4j.domain.ContactsFailure.Invalid if it has characters that no stored text can contain
     */
    public static Filter search(String text) {
        ExactField.checkedAsStored(List.of(text));
        return text.isBlank() ? Filter.matchAll() : new Filter.Search(text);
    }

    public static ExactField<ContactId> id() {
        return new ExactField<>("id", Contact::id);
    }

    /** Matches contacts whose id is above this one, which were mostly created later. */
    public static Condition<ContactId> idAbove(ContactId id) {
        return new Condition<>(id(), new Within<>(List.of(Range.above(id, false))));
    }

    /** Matches contacts whose id is below this one, which were mostly created earlier. */
    public static Condition<ContactId> idBelow(ContactId id) {
        return new Condition<>(id(), new Within<>(List.of(Range.below(id, false))));
    }

    /** Returns the field of the full name, including its case. */
    public static ExactField<String> exactName() {
        return new ExactField<>("name", contact -> contact.name().full());
    }

    public static ExactField<ContactStatus> status() {
        return new ExactField<>("status", Contact::status);
    }

    /** Returns the field of the linked company's id. */
    public static ExactField<CompanyId> companyId() {
        return new ExactField<>("company_id", contact -> contact.job().companyId());
    }

    /** Returns the field of the department, including its case. */
    public static ExactField<String> exactDepartment() {
        return new ExactField<>("department", contact -> contact.job().department());
    }

    public static ExactField<ContactMethod> preferredMethod() {
        return new ExactField<>(
                "preferred_method", contact -> contact.communication().preferredMethod());
    }

    /** Returns the field of the manager's id. A manager whom the caller cannot see is unset. */
    public static ExactField<ContactId> manager() {
        return new ExactField<>("manager", contact -> contact.job().reportsTo());
    }

    /** Returns the field of assigned teams' ids. Ids are compared exactly. */
    public static ItemsField teams() {
        return new ItemsField("teams", Fields::teams, UnaryOperator.identity());
    }

    public static TextField name() {
        return new TextField("name", contact -> Folded.sortKey(contact.name().full()));
    }

    /** Returns the field of the name in the contact's own language. */
    public static TextField localName() {
        return text("local_name", ContactField.LOCAL_NAME);
    }

    /** Returns the field of the primary e-mail address. */
    public static TextField email() {
        return text("email", ContactField.EMAIL);
    }

    /**
     * Returns the field of the primary phone number. Numbers in different notations are equal if {@link
     * org.contacts4j.domain.contact.PhoneNumbers} says so.
     */
    public static TextField phone() {
        return text("phone", ContactField.PHONE);
    }

    /** Returns the field of the company name, which is either a linked record's name or plain text. */
    public static TextField company() {
        return new TextField("company", SearchText::companyOf);
    }

    public static TextField source() {
        return text("source", ContactField.SOURCE);
    }

    public static TextField notes() {
        return text("notes", ContactField.NOTES);
    }

    public static TextField department() {
        return text("department", ContactField.DEPARTMENT);
    }

    public static TextField title() {
        return text("title", ContactField.TITLE);
    }

    public static TextField pronouns() {
        return text("pronouns", ContactField.PRONOUNS);
    }

    /** Returns the field of the address's city. */
    public static TextField city() {
        return text("city", Fields::city);
    }

    /** Returns the status as text. {@link #status} is faster, and its totals are exact. */
    public static TextField statusText() {
        return text("status", contact -> EnumNames.of(contact.status()));
    }

    /** Returns the tags field. Tags are compared ignoring case. */
    public static ItemsField tags() {
        return new ItemsField("tags", Fields::tags, TagId::keyOf);
    }

    /** Returns the field of assigned members' ids. Ids are compared exactly. */
    public static ItemsField assignedTo() {
        return new ItemsField("assigned_to", Fields::members, UnaryOperator.identity());
    }

    public static FlagField doNotContact() {
        return new FlagField("dnc", contact -> contact.communication().doNotContact());
    }

    public static TimeField createdAt() {
        return new TimeField("created_at", contact -> contact.revision().createdAt());
    }

    public static TimeField updatedAt() {
        return new TimeField("updated_at", contact -> contact.revision().updatedAt());
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
                customName(key), contact -> CustomFieldValue.of(contact, key).items(), TextField::key);
    }

    /** Returns whether filters can name a custom field with this key. */
    public static boolean canName(String key) {
        return KEY.matcher(key).matches();
    }

    private static String customName(String key) {
        if (!canName(key) && !key.equals(UNUSED_KEY)) {
            throw new IllegalArgumentException("a custom field's key has 1 to 64 of A-Z, a-z, 0-9, _ and -");
        }
        return CUSTOM + key;
    }

    private static TextField text(String name, Function<Contact, @Nullable String> reader) {
        return new TextField(name, contact -> TextField.key(reader.apply(contact)));
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

    private static Collection<String> teams(Contact contact) {
        return contact.assignment().teams().stream().map(TeamId::value).toList();
    }
}
