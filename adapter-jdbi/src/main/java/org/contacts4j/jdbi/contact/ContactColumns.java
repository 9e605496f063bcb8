package org.contacts4j.jdbi.contact;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.contacts4j.domain.Folded;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.SearchText;
import org.contacts4j.domain.id.CompanyId;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.id.MemberId;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.id.TagId;
import org.contacts4j.domain.id.TeamId;
import org.contacts4j.jdbi.filter.FilterKeys;
import org.contacts4j.jdbi.filter.TagWeekKeys;
import org.contacts4j.jdbi.mapping.ColumnWriter;
import org.contacts4j.jdbi.mapping.Json;
import org.contacts4j.jdbi.transaction.StatementBatch;
import org.jspecify.annotations.Nullable;

/** The columns of the contact table, with their names, values and types. */
final class ContactColumns {

    private static final List<Column<?>> ALL = List.of(
            uuid("id", c -> c.id().value()),
            text("name", c -> c.name().full()),
            text("first_name", c -> c.name().first()),
            text("last_name", c -> c.name().last()),
            text("salutation", c -> c.name().salutation()),
            text("display_name", c -> c.name().display()),
            text("local_name", c -> c.name().local()),
            new Column<String>("sort_name", c -> Folded.sortKey(c.name().full()), ColumnWriter::sortKey)
                    .from(List.of(Contact::name)),
            text("search_text", SearchText::of)
                    .from(List.of(
                            Contact::name, Contact::communication, c -> c.job().companyName())),
            new Column<>("filter_keys", FilterKeys::of, ColumnWriter::filterTexts)
                    .from(List.of(
                            Contact::name,
                            Contact::communication,
                            Contact::address,
                            Contact::job,
                            Contact::background,
                            Contact::customFields,
                            Contact::hiddenFields)),
            text("notes_key", FilterKeys::ofNotes).from(List.of(Contact::background)),
            text("code", Contact::code),
            texts("match_keys", PrefixedMatchKeys::of).from(List.of(Contact::communication)),
            json("emails", c -> c.communication().emails()),
            json("phones", c -> c.communication().phones()),
            text("website", c -> c.communication().website()),
            new Column<>("preferred_method", c -> c.communication().preferredMethod(), ColumnWriter::word),
            text("language", c -> c.communication().language()),
            new Column<>("do_not_contact", c -> c.communication().doNotContact(), ColumnWriter::flag),
            new Column<>("address", Contact::address, (to, name, value) -> to.json(name, Json.writeAddress(value))),
            uuid("company_id", c -> valueOf(c.job().companyId())),
            text("company_name", c -> c.job().companyId() == null ? c.job().companyName() : null),
            text("title", c -> c.job().title()),
            text("department", c -> c.job().department()),
            uuid("reports_to", c -> valueOf(c.job().reportsTo())),
            text("source", c -> c.background().source()),
            text("tax_id", c -> c.background().taxId()),
            text("description", c -> c.background().description()),
            text("notes", c -> c.background().notes()),
            json("custom_fields", Contact::storedFields),
            texts("tags", Contact::tags),
            texts("tag_keys", c -> tagKeys(c.tags())).from(List.of(Contact::tags)),
            new Column<>("tag_weeks", TagWeekKeys::of, ColumnWriter::indexedTexts)
                    .from(List.of(
                            Contact::tags, Contact::status, c -> c.revision().createdAt())),
            texts(
                    "assigned_to",
                    c -> c.assignment().members().stream().map(MemberId::value).toList()),
            texts(
                    "teams",
                    c -> c.assignment().teams().stream().map(TeamId::value).toList()),
            new Column<>("status", Contact::status, ColumnWriter::word),
            new Column<>("extensions", Contact::extensions, (to, name, value) -> to.text(name, Json.write(value))),
            new Column<>("version", c -> c.revision().version(), ColumnWriter::number),
            time("created_at", c -> c.revision().createdAt()),
            text("created_by", c -> valueOf(c.revision().createdBy())),
            time("updated_at", c -> c.revision().updatedAt()),
            text("updated_by", c -> valueOf(c.revision().updatedBy())));

    static final String INSERT = "insert into contact (organization_id, "
            + ALL.stream().map(Column::name).collect(Collectors.joining(", "))
            + ") values (:organization, "
            + ALL.stream().map(column -> ":" + column.name()).collect(Collectors.joining(", "))
            + ")";

    /** The columns of a row, in the order of {@link #write}. */
    static final String NAMES =
            "organization_id, " + ALL.stream().map(Column::name).collect(Collectors.joining(", "));

    private ContactColumns() {}

    /** Writes the values of a complete row. */
    static void write(ColumnWriter values, OrganizationId organization, Contact contact) {
        values.text("organization", organization.value());
        ALL.forEach(column -> column.bind(values, contact));
    }

    static StatementBatch insert(OrganizationId organization, Contact contact) {
        return new StatementBatch(organization)
                .and(INSERT, parameters -> ALL.forEach(column -> column.bind(parameters, contact)));
    }

    /**
     * Returns an update of only the columns that differ. The update applies only if the stored version is still that of
     * {@code before}.
     */
    static StatementBatch update(OrganizationId organization, Contact before, Contact after) {
        List<Changed> changed = new ArrayList<>();
        for (Column<?> column : ALL) {
            column.addIfChanged(before, after, changed);
        }
        String assignments = changed.stream()
                .map(column -> column.name() + " = :" + column.name())
                .collect(Collectors.joining(", "));
        String update = "update contact set " + assignments
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

    private static @Nullable UUID valueOf(@Nullable CompanyId id) {
        return id == null ? null : id.value();
    }

    private static @Nullable UUID valueOf(@Nullable ContactId id) {
        return id == null ? null : id.value();
    }

    private static @Nullable String valueOf(@Nullable MemberId member) {
        return member == null ? null : member.value();
    }

    private static Column<String> text(String name, Function<Contact, @Nullable String> value) {
        return new Column<>(name, value, ColumnWriter::text);
    }

    private static Column<UUID> uuid(String name, Function<Contact, @Nullable UUID> value) {
        return new Column<>(name, value, ColumnWriter::uuid);
    }

    private static Column<Instant> time(String name, Function<Contact, Instant> value) {
        return new Column<>(name, value, ColumnWriter::time);
    }

    private static Column<List<String>> texts(String name, Function<Contact, List<String>> value) {
        return new Column<>(name, value, ColumnWriter::texts);
    }

    private static <T> Column<T> json(String name, Function<Contact, T> value) {
        return new Column<>(name, value, (to, parameter, held) -> to.json(parameter, Json.write(held)));
    }

    /**
     * A column of the contact table.
     *
     * @param sources the properties that an expensively derived column depends on; empty for a plain column
     */
    private record Column<T>(
            String name,
            Function<Contact, @Nullable T> value,
            Binding<T> binding,
            List<Function<Contact, @Nullable Object>> sources) {

        Column(String name, Function<Contact, @Nullable T> value, Binding<T> binding) {
            this(name, value, binding, List.of());
        }

        Column<T> from(List<Function<Contact, @Nullable Object>> all) {
            return new Column<>(name, value, binding, all);
        }

        /** Adds the column with its new value if the value differs between the two contacts. */
        void addIfChanged(Contact before, Contact after, List<Changed> changed) {
            if (mayDiffer(before, after)) {
                T held = value.apply(after);
                if (!Objects.equals(value.apply(before), held)) {
                    changed.add(new Changed(name, values -> binding.bind(values, name, held)));
                }
            }
        }

        private boolean mayDiffer(Contact before, Contact after) {
            for (Function<Contact, @Nullable Object> source : sources) {
                if (!Objects.equals(source.apply(before), source.apply(after))) {
                    return true;
                }
            }
            return sources.isEmpty();
        }

        void bind(ColumnWriter values, Contact contact) {
            binding.bind(values, name, value.apply(contact));
        }
    }

    /** A column whose value has changed, and the binding of the new value. */
    private record Changed(String name, Consumer<ColumnWriter> binding) {}

    /** Binds a value as the parameter of this name. */
    @FunctionalInterface
    private interface Binding<T> {
        void bind(ColumnWriter values, String name, T value);
    }
}
