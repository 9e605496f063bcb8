package org.contacts4j.importing;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.contacts4j.domain.AddressPart;
import org.contacts4j.domain.Folded;
import org.contacts4j.domain.TruthWords;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.contact.ContactMethod;
import org.contacts4j.domain.contact.ContactStatus;
import org.contacts4j.domain.contact.Phone;
import org.contacts4j.domain.id.CompanyId;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.patch.Field;
import org.contacts4j.json.ValueReader;
import org.contacts4j.json.ValueReaders;
import org.jspecify.annotations.Nullable;

/**
 * The column names of tables: those of the API, and those that spreadsheets, mail programs and CRMs write.
 *
 * <p>Matching ignores case, accents, spaces and punctuation.
 */
public final class ColumnNames {

    private static final Pattern CUSTOM =
            Pattern.compile("(?:custom|customfields)\\.([A-Za-z0-9_-]{1,64})", Pattern.CASE_INSENSITIVE);
    private static final Pattern GROUP = Pattern.compile("^(metadata|address)\\.", Pattern.CASE_INSENSITIVE);
    private static final Pattern NON_ALPHANUMERIC = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final TruthWords TRUTH_WORDS =
            TruthWords.COMMON.and("y", "n").and("x", "n");

    private static final Map<String, Target> TARGETS = new HashMap<>();

    static {
        ContactField.texts().forEach(field -> text(field, keyOf(field.name())));
        add(new Target("id", RowBuilder::id), "id contactid recordid");
        text(ContactField.NAME, "name fullname contactname contact");
        text(ContactField.FIRST_NAME, "first givenname forename");
        text(ContactField.LAST_NAME, "last surname familyname");
        text(ContactField.SALUTATION, "nameprefix prefix");
        text(ContactField.DISPLAY_NAME, "nickname");
        text(ContactField.CODE, "code contactcode externalid reference");
        add(
                new Target(ContactField.EMAIL.name(), RowBuilder::email),
                "email emailaddress mail primaryemail email1 email1value email1address");
        emails(Contact.SECONDARY, "secondaryemail");
        emails("work", "workemail businessemail");
        emails("home", "homeemail personalemail privateemail");
        emails("other", "otheremail");
        phone(ContactField.PHONE, "phone phonenumber telephone tel primaryphone mainphone phone1 phone1value");
        phone(ContactField.MOBILE_PHONE, "mobilephone mobile mobilenumber cell cellphone");
        phone(ContactField.WORK_PHONE, "workphone businessphone officephone");
        phones(Contact.SECONDARY, "secondaryphone");
        phones("home", "homephone");
        phones("other", "otherphone");
        for (int i = 2; i <= 9; i++) {
            emails(Contact.SECONDARY, "email" + i + " email" + i + "address email" + i + "value");
            phones(Contact.SECONDARY, "phone" + i + " phone" + i + "value mobilephone" + i);
            phones(Phone.WORK, "businessphone" + i + " workphone" + i);
            phones("home", "homephone" + i);
        }
        add(new Target(ContactField.WEBSITE.name(), ColumnNames::website), "website web webpage url website1value");
        addressParts();
        text(
                ContactField.COMPANY_NAME,
                "company companyname organization organisation employer organizationname"
                        + " organization1name account accountname");
        kind(ContactField.COMPANY, ValueReaders.id(CompanyId::parse), "parententityid companyid");
        text(ContactField.TITLE, "jobtitle position organization1title");
        text(ContactField.DEPARTMENT, "dept organization1department");
        kind(ContactField.REPORTS_TO, ValueReaders.id(ContactId::parse), "reportsto managerid");
        kind(
                ContactField.PREFERRED_METHOD,
                ValueReaders.word(ContactMethod.class),
                "preferredcontactmethod preferredmethod");
        text(ContactField.SOURCE, "leadsource");
        text(ContactField.TAX_ID, "vat vatid vatnumber");
        text(ContactField.DESCRIPTION, "description");
        text(ContactField.NOTES, "notes note comment comments");
        list(ContactField.TAGS, ValueReaders.listOf(ValueReaders.TEXT), "tags tag labels label categories");
        list(ContactField.TEAMS, ValueReaders.listOf(ValueReaders.TEAM), "teams team");
        list(ContactField.ASSIGNED_TO, ValueReaders.listOf(ValueReaders.MEMBER), "assignedto owner assignee");
        truth(ContactField.DO_NOT_CONTACT, "dnc donotcontact optout");
        truth(ContactField.ACTIVE, "isactive active");
        kind(ContactField.STATUS, ValueReaders.word(ContactStatus.class), "status");
    }

    private ColumnNames() {}

    /** Returns the target of a column; null when the name is unknown. */
    static @Nullable Target find(String column) {
        @Nullable Target exported = ExportedColumns.find(column.strip());
        if (exported != null) {
            return exported;
        }
        Matcher custom = CUSTOM.matcher(column.strip());
        if (custom.matches()) {
            String key = custom.group(1);
            return new Target(ContactField.CUSTOM_FIELDS.name() + "." + key, (row, cell) -> row.custom(key, cell));
        }
        return TARGETS.get(keyOf(column.strip()));
    }

    private static String keyOf(String column) {
        return NON_ALPHANUMERIC
                .matcher(Folded.of(GROUP.matcher(column).replaceFirst("")))
                .replaceAll("");
    }

    private static void addressParts() {
        part(AddressPart.ADDRESSEE, "addressee");
        part(AddressPart.ATTENTION, "attention");
        part(
                AddressPart.LINE_1,
                "street street1 line1 address addressline1 address1 streetaddress address1street businessstreet"
                        + " homestreet mailingstreet");
        part(AddressPart.LINE_2, "street2 line2 addressline2 address2 businessstreet2 homestreet2");
        part(AddressPart.CITY, "city town address1city businesscity homecity mailingcity");
        part(
                AddressPart.STATE_PROVINCE,
                "state province region stateprovince stateregion county address1region businessstate homestate"
                        + " mailingstate");
        part(
                AddressPart.POSTAL_CODE,
                "zip zipcode postalcode postcode address1postalcode businesspostalcode homepostalcode mailingzip");
        part(AddressPart.COUNTRY_CODE, "countrycode");
        add(
                new Target(ContactField.ADDRESS.name() + "." + AddressPart.COUNTRY.key(), ColumnNames::country),
                "country countryregion address1country businesscountryregion homecountryregion mailingcountry");
    }

    private static void website(RowBuilder row, String cell) {
        String url = cell.strip();
        row.set(ContactField.WEBSITE, url.contains("://") ? url : "https://" + url);
    }

    private static void country(RowBuilder row, String cell) {
        String code = cell.strip().toUpperCase(Locale.ROOT);
        row.address(COUNTRIES.contains(code) ? AddressPart.COUNTRY_CODE : AddressPart.COUNTRY, cell);
    }

    private static void text(Field<Contact, String> field, String names) {
        add(new Target(field.name(), (row, cell) -> row.set(field, cell)), names);
    }

    private static void emails(String label, String names) {
        add(new Target(ContactField.EMAILS.name(), (row, cell) -> row.email(cell.strip(), label)), names);
    }

    private static void phone(Field<Contact, String> field, String names) {
        add(new Target(field.name(), (row, cell) -> row.phone(field, cell.strip())), names);
    }

    private static void phones(String label, String names) {
        add(new Target(ContactField.PHONES.name(), (row, cell) -> row.phone(cell.strip(), label)), names);
    }

    private static void part(AddressPart part, String names) {
        add(new Target(ContactField.ADDRESS.name() + "." + part.key(), (row, cell) -> row.address(part, cell)), names);
    }

    private static void truth(Field<Contact, Boolean> field, String names) {
        ValueReader<Boolean> kind = (cell, name, faults) -> {
            @Nullable Boolean truth = TRUTH_WORDS.read(String.valueOf(cell).strip());
            if (truth == null) {
                faults.add(name, "must be true or false, yes or no, 1 or 0");
            }
            return truth;
        };
        kind(field, kind, names);
    }

    private static <T> void kind(Field<Contact, T> field, ValueReader<T> kind, String names) {
        read(field, kind, cell -> cell, names);
    }

    /** Adds a field whose cells contain several values, separated by semicolons. */
    private static <T> void list(Field<Contact, T> field, ValueReader<T> kind, String names) {
        read(field, kind, ColumnNames::parts, names);
    }

    private static <T> void read(
            Field<Contact, T> field, ValueReader<T> kind, Function<String, Object> value, String names) {
        add(
                new Target(field.name(), (row, cell) -> {
                    @Nullable T read = kind.read(value.apply(cell), field.name(), row.faults());
                    if (read != null) {
                        row.set(field, read);
                    }
                }),
                names);
    }

    /** Returns the values of a cell that contains several, separated by semicolons. */
    public static List<String> parts(String cell) {
        return Arrays.stream(cell.split(";"))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static void add(Target target, String names) {
        for (String name : names.split(" ")) {
            TARGETS.put(name, target);
        }
    }

    /**
     * The target of the cells of a column.
     *
     * @param field the name of the field that the cells fill
     * @param reader adds a cell that is not blank to a row
     */
    record Target(String field, BiConsumer<RowBuilder, String> reader) {}
}
