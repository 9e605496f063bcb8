package org.contacts4j.jdbi.contact;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.contacts4j.domain.Folded;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.contact.ContactMethod;
import org.contacts4j.domain.contact.ContactStatus;
import org.contacts4j.domain.contact.Email;
import org.contacts4j.domain.contact.Phone;
import org.contacts4j.domain.contact.PhoneNumbers;
import org.contacts4j.domain.id.CompanyId;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.id.MemberId;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.id.TagId;
import org.contacts4j.domain.id.TeamId;
import org.contacts4j.jdbi.filter.FilterKeys;
import org.contacts4j.jdbi.filter.StoredSearchText;
import org.contacts4j.jdbi.filter.TagWeekKeys;
import org.contacts4j.jdbi.mapping.Column;
import org.contacts4j.jdbi.mapping.Column.Changed;
import org.contacts4j.jdbi.mapping.ColumnType;
import org.contacts4j.jdbi.mapping.ColumnWriter;
import org.contacts4j.jdbi.mapping.Json;
import org.contacts4j.jdbi.mapping.TableColumns;
import org.contacts4j.jdbi.transaction.StatementBatch;
import org.jspecify.annotations.Nullable;

/** The columns of the contact table. */
public final class ContactColumns {

    /** Plain data that no statement searches, which is stored as text. */
    private static final ColumnType<Map<String, @Nullable Object>> OPAQUE_DATA =
            ColumnType.DATA.writtenBy((to, name, data) -> to.text(name, Json.write(data)));

    /** The columns without their values. */
    static final TableColumns<Contact> TABLE = table(PhoneNumbers.DIGITS);

    static final String INSERT = TABLE.insert("contact");

    private final PhoneNumbers numbers;
    private final TableColumns<Contact> values;

    /**
     * Creates the columns of a store.
     *
     * @param numbers compares phone numbers
     */
    public ContactColumns(PhoneNumbers numbers) {
        this.numbers = numbers;
        this.values = table(numbers);
    }

    PhoneNumbers numbers() {
        return numbers;
    }

    void write(ColumnWriter row, OrganizationId organization, Contact contact) {
        values.write(row, organization, contact);
    }

    private static TableColumns<Contact> table(PhoneNumbers numbers) {
        return new TableColumns<>(
                contact -> contact.id().value(),
                Contact::revision,
                ContactField.texts(),
                List.of(
                        Column.of(ContactField.NAME, ColumnType.TEXT),
                        Column.of(ContactField.CODE, ColumnType.TEXT),
                        Column.of(ContactField.EMAILS, ColumnType.pairs("address", "label", Email::new)),
                        Column.of(ContactField.PHONES, ColumnType.pairs("number", "label", Phone::new)),
                        Column.of(ContactField.WEBSITE, ColumnType.TEXT),
                        Column.of(
                                "preferred_method",
                                ContactField.PREFERRED_METHOD,
                                ColumnType.word(ContactMethod.class)),
                        Column.of("do_not_contact", ContactField.DO_NOT_CONTACT, ColumnType.FLAG),
                        Column.of(ContactField.ADDRESS, ColumnType.ADDRESS),
                        Column.of("company_id", ContactField.COMPANY, ColumnType.id(CompanyId::new, CompanyId::value)),
                        Column.written("company_name", ContactColumns::unlinkedCompany, ColumnWriter::text)
                                .restores(
                                        ContactField.COMPANY_NAME,
                                        ColumnType.TEXT,
                                        "coalesce(company.name, r.company_name)"),
                        Column.of(ContactField.REPORTS_TO, ColumnType.id(ContactId::new, ContactId::value)),
                        Column.of(ContactField.DESCRIPTION, ColumnType.TEXT),
                        Column.of(ContactField.NOTES, ColumnType.TEXT),
                        Column.written("custom_fields", Contact::storedFields, ColumnType.DATA.writing())
                                .restores(ContactField.CUSTOM_FIELDS, ColumnType.DATA, "r.custom_fields"),
                        Column.of(ContactField.TAGS, ColumnType.TEXTS),
                        Column.of(ContactField.ASSIGNED_TO, ColumnType.texts(MemberId::new, MemberId::value)),
                        Column.of(ContactField.TEAMS, ColumnType.texts(TeamId::new, TeamId::value)),
                        Column.of(ContactField.STATUS, ColumnType.word(ContactStatus.class)),
                        Column.of(ContactField.EXTENSIONS, OPAQUE_DATA),

                        // Derived, for lists, searches and filters.
                        derived(
                                "sort_name",
                                c -> Folded.sortKey(c.name().full()),
                                ColumnWriter::sortKey,
                                List.of(Contact::name)),
                        derived(
                                "search_text",
                                c -> StoredSearchText.of(c, numbers),
                                ColumnWriter::text,
                                List.of(
                                        Contact::name,
                                        Contact::communication,
                                        c -> c.job().companyName())),
                        derived(
                                "filter_keys",
                                c -> FilterKeys.of(c, numbers),
                                ColumnWriter::filterTexts,
                                List.of(
                                        Contact::name,
                                        Contact::communication,
                                        Contact::address,
                                        Contact::job,
                                        Contact::background,
                                        Contact::customFields,
                                        Contact::hiddenFields)),
                        derived("notes_key", FilterKeys::ofNotes, ColumnWriter::text, List.of(Contact::background)),
                        derived(
                                "match_keys",
                                c -> PrefixedMatchKeys.of(c, numbers),
                                ColumnWriter::texts,
                                List.of(Contact::communication)),
                        derived("tag_keys", c -> tagKeys(c.tags()), ColumnWriter::texts, List.of(Contact::tags)),
                        derived(
                                "tag_weeks",
                                TagWeekKeys::of,
                                ColumnWriter::indexedTexts,
                                List.of(
                                        Contact::tags,
                                        Contact::status,
                                        c -> c.revision().createdAt()))));
    }

    StatementBatch insert(OrganizationId organization, Contact contact) {
        return new StatementBatch(organization).and(INSERT, parameters -> values.write(parameters, contact));
    }

    /**
     * Returns an update of only the columns that differ. The update applies only if the stored version is still that of
     * {@code before}.
     */
    StatementBatch update(OrganizationId organization, Contact before, Contact after) {
        List<Changed> changed = values.changed(before, after);
        String update = "update contact set " + TABLE.assignments(changed)
                + " where organization_id = :organization and id = :id and version = :version_before";
        return StatementBatch.guardedBy(organization, update, parameters -> {
            parameters
                    .uuid("id", after.id().value())
                    .number("version_before", before.revision().version());
            changed.forEach(column -> column.binding().accept(parameters));
        });
    }

    /** Returns the keys that tags are compared by, which ignore case. */
    static List<String> tagKeys(List<String> tags) {
        return tags.stream().map(TagId::keyOf).toList();
    }

    private static <T> Column<Contact, T> derived(
            String name,
            Function<Contact, T> value,
            ColumnType.Writing<T> writing,
            List<Function<Contact, @Nullable Object>> sources) {
        return Column.written(name, value, writing).from(sources);
    }

    private static @Nullable String unlinkedCompany(Contact contact) {
        return contact.job().companyId() == null ? contact.job().companyName() : null;
    }
}
