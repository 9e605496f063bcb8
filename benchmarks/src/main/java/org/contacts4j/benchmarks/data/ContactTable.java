package org.contacts4j.benchmarks.data;

import static org.contacts4j.benchmarks.data.Kind.FLAG;
import static org.contacts4j.benchmarks.data.Kind.ID;
import static org.contacts4j.benchmarks.data.Kind.INDEXED;
import static org.contacts4j.benchmarks.data.Kind.JSON;
import static org.contacts4j.benchmarks.data.Kind.NUMBER;
import static org.contacts4j.benchmarks.data.Kind.TEXT;
import static org.contacts4j.benchmarks.data.Kind.TEXTS;
import static org.contacts4j.benchmarks.data.Kind.TEXT_MAP;
import static org.contacts4j.benchmarks.data.Kind.TIME;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.contacts4j.domain.EnumNames;
import org.contacts4j.domain.Folded;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactMethod;
import org.contacts4j.domain.contact.PhoneNumbers;
import org.contacts4j.domain.contact.search.MatchKeys;
import org.contacts4j.domain.id.CompanyId;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.id.MemberId;
import org.contacts4j.domain.id.TeamId;
import org.contacts4j.jdbi.contact.PrefixedMatchKeys;
import org.contacts4j.jdbi.filter.FilterKeys;
import org.contacts4j.jdbi.filter.StoredSearchText;
import org.contacts4j.jdbi.filter.TagWeekKeys;
import org.contacts4j.jdbi.mapping.Json;
import org.contacts4j.phone.LibPhoneNumbers;
import org.jspecify.annotations.Nullable;

/** The contact table, as the migrations of the JDBI adapter create it. */
public final class ContactTable {

    /** A column and its value for a contact. */
    public record Column(String name, Kind kind, Function<Contact, @Nullable Object> value) {}

    /** The comparison of phone numbers of a server without a region. */
    public static final PhoneNumbers NUMBERS = LibPhoneNumbers.withoutRegion();

    public static final List<Column> COLUMNS = List.of(
            column("organization_id", TEXT, c -> c.organizationId().value()),
            column("id", ID, c -> c.id().value()),
            column("name", TEXT, c -> c.name().full()),
            column("first_name", TEXT, c -> c.name().first()),
            column("last_name", TEXT, c -> c.name().last()),
            column("salutation", TEXT, c -> c.name().salutation()),
            column("display_name", TEXT, c -> c.name().display()),
            column("local_name", TEXT, c -> c.name().local()),
            column("sort_name", TEXT, c -> Folded.sortKey(c.name().full())),
            column("search_text", TEXT, c -> StoredSearchText.of(c, NUMBERS)),
            column("filter_keys", TEXT_MAP, c -> FilterKeys.of(c, NUMBERS)),
            column("notes_key", TEXT, FilterKeys::ofNotes),
            column("code", TEXT, Contact::code),
            column("match_keys", TEXTS, c -> PrefixedMatchKeys.of(c.organizationId(), MatchKeys.of(c, NUMBERS))),
            column("emails", JSON, c -> Json.write(c.communication().emails())),
            column("phones", JSON, c -> Json.write(c.communication().phones())),
            column("website", TEXT, c -> c.communication().website()),
            column("preferred_method", TEXT, c -> method(c.communication().preferredMethod())),
            column("language", TEXT, c -> c.communication().language()),
            column("do_not_contact", FLAG, c -> c.communication().doNotContact()),
            column("address", JSON, c -> Json.writeAddress(c.address())),
            column("company_id", ID, c -> company(c.job().companyId())),
            column(
                    "company_name",
                    TEXT,
                    c -> c.job().companyId() == null ? c.job().companyName() : null),
            column("title", TEXT, c -> c.job().title()),
            column("department", TEXT, c -> c.job().department()),
            column("reports_to", ID, c -> manager(c.job().reportsTo())),
            column("source", TEXT, c -> c.background().source()),
            column("tax_id", TEXT, c -> c.background().taxId()),
            column("description", TEXT, c -> c.background().description()),
            column("notes", TEXT, c -> c.background().notes()),
            column("custom_fields", JSON, c -> Json.write(c.customFields())),
            column("tags", TEXTS, Contact::tags),
            column("tag_keys", TEXTS, c -> tagKeys(c.tags())),
            column("tag_weeks", INDEXED, TagWeekKeys::of),
            column(
                    "assigned_to",
                    TEXTS,
                    c -> c.assignment().members().stream().map(MemberId::value).toList()),
            column(
                    "teams",
                    TEXTS,
                    c -> c.assignment().teams().stream().map(TeamId::value).toList()),
            column("status", TEXT, c -> EnumNames.of(c.status())),
            column("extensions", TEXT, c -> Json.write(c.extensions())),
            column("version", NUMBER, c -> c.revision().version()),
            column("created_at", TIME, c -> c.revision().createdAt()),
            column("created_by", TEXT, c -> member(c.revision().createdBy())),
            column("updated_at", TIME, c -> c.revision().updatedAt()),
            column("updated_by", TEXT, c -> member(c.revision().updatedBy())));

    public static final String NAMES = COLUMNS.stream().map(Column::name).collect(Collectors.joining(", "));

    private ContactTable() {}

    /** Returns the statement that inserts a row, with its parameters in the order of the columns. */
    public static String insert(boolean postgres) {
        return COLUMNS.stream()
                .map(column -> postgres && column.kind() == JSON ? "cast(? as jsonb)" : "?")
                .collect(Collectors.joining(", ", "insert into contact (" + NAMES + ") values (", ")"));
    }

    /** Returns the tags in lower case, as they are compared. */
    public static List<String> tagKeys(List<String> tags) {
        return tags.stream().map(tag -> tag.toLowerCase(Locale.ROOT)).toList();
    }

    private static Column column(String name, Kind kind, Function<Contact, @Nullable Object> value) {
        return new Column(name, kind, value);
    }

    private static @Nullable Object method(@Nullable ContactMethod method) {
        return method == null ? null : EnumNames.of(method);
    }

    private static @Nullable Object company(@Nullable CompanyId company) {
        return company == null ? null : company.value();
    }

    private static @Nullable Object manager(@Nullable ContactId manager) {
        return manager == null ? null : manager.value();
    }

    private static @Nullable Object member(@Nullable MemberId member) {
        return member == null ? null : member.value();
    }
}
