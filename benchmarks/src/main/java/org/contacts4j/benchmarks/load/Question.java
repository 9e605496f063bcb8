package org.contacts4j.benchmarks.load;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.contacts4j.application.Contacts4J;
import org.contacts4j.application.Page;
import org.contacts4j.application.Slice;
import org.contacts4j.application.contact.ContactQuery;
import org.contacts4j.application.contact.ContactQuery.Conditions;
import org.contacts4j.benchmarks.data.ContactTable;
import org.contacts4j.benchmarks.data.GeneratedContacts;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactStatus;
import org.contacts4j.domain.filter.Fields;
import org.contacts4j.domain.filter.Filter;
import org.contacts4j.domain.organization.Caller;

/** What is asked, in SQL, in Java and in JSON. */
enum Question {
    /** A part of one person's e-mail address. */
    SUBSTRING("r.search_text like ?") {
        @Override
        int bind(PreparedStatement statement, int from, Wanted wanted) throws SQLException {
            statement.setString(from, "%" + wanted.text() + "%");
            return from + 1;
        }

        @Override
        Conditions conditions(Wanted wanted) {
            return Conditions.containing(wanted.text());
        }

        @Override
        String json(Wanted wanted) {
            return "{\"q\": \"" + wanted.text() + "\"}";
        }
    },

    /** A tag, a status and a month; or another tag, another status and another month. */
    OR_OF_AND("((r.tag_keys @> ? and r.status = ? and r.created_at >= ? and r.created_at <= ?)"
            + " or (r.tag_keys @> ? and r.status = ? and r.created_at >= ? and r.created_at <= ?))") {
        @Override
        int bind(PreparedStatement statement, int from, Wanted wanted) throws SQLException {
            int next = group(statement, from, "fair-2025", "active", wanted.month());
            return group(statement, next, "investor", "archived", wanted.otherMonth());
        }

        @Override
        Conditions conditions(Wanted wanted) {
            Instant month = wanted.month();
            Instant other = wanted.otherMonth();
            return Conditions.matching(Filter.where(Fields.tags().contains("fair-2025"))
                    .and(Fields.status().is(ContactStatus.ACTIVE))
                    .and(Fields.createdAt().isBetween(month, month.plus(MONTH)))
                    .or(Fields.tags().contains("investor"))
                    .and(Fields.status().is(ContactStatus.ARCHIVED))
                    .and(Fields.createdAt().isBetween(other, other.plus(MONTH))));
        }

        @Override
        String json(Wanted wanted) {
            return "{\"query\": {\"groups\": [" + group("fair-2025", "active", wanted.month()) + ", "
                    + group("investor", "archived", wanted.otherMonth()) + "]}}";
        }
    };

    private static final Duration MONTH = Duration.ofDays(30);
    private static final int LIMIT = 50;
    private static final int COUNTED_AT_MOST = 10_000;
    private static final Pattern TOTAL = Pattern.compile("\"total\":(\\d+)");

    private final String page;
    private final String count;

    Question(String condition) {
        String where = " where r.organization_id = ? and " + condition;
        page = "select " + Columns.NAMES + " from contact r left join company on"
                + " company.organization_id = r.organization_id and company.id = r.company_id" + where
                + " order by r.organization_id, r.sort_name, r.id limit " + LIMIT;
        count = "select count(*) from (select 1 from contact r" + where + " limit " + (COUNTED_AT_MOST + 1) + ") c";
    }

    long byHand(Connection connection, GeneratedContacts contacts, SplittableRandom random) throws SQLException {
        Wanted wanted = Wanted.of(contacts, random);
        try (PreparedStatement rows = connection.prepareStatement(page);
                PreparedStatement total = connection.prepareStatement(count)) {
            rows.setString(1, contacts.organization().value());
            bind(rows, 2, wanted);
            readAll(rows);
            total.setString(1, contacts.organization().value());
            bind(total, 2, wanted);
            try (ResultSet row = total.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    long inProcess(Contacts4J contacts4j, Caller caller, GeneratedContacts contacts, SplittableRandom random) {
        Conditions conditions = conditions(Wanted.of(contacts, random));
        Page<Contact> found = contacts4j.contacts().list(caller, ContactQuery.of(conditions, Slice.first(LIMIT)));
        return found.total() == null ? -1 : found.total().count();
    }

    long overHttp(HttpConnection http, Requests requests, GeneratedContacts contacts, SplittableRandom random)
            throws IOException {
        int status = http.exchange(requests.request("POST", "/search", json(Wanted.of(contacts, random))));
        Matcher total = TOTAL.matcher(http.body());
        if (status != 200 || !total.find()) {
            throw new FailedRun("a search was answered " + status + ": " + http.body());
        }
        return Long.parseLong(total.group(1));
    }

    /** Binds from that parameter on, and gives the next. */
    abstract int bind(PreparedStatement statement, int from, Wanted wanted) throws SQLException;

    abstract Conditions conditions(Wanted wanted);

    abstract String json(Wanted wanted);

    private static void readAll(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            int columns = row.getMetaData().getColumnCount();
            while (row.next()) {
                for (int i = 1; i <= columns; i++) {
                    row.getObject(i);
                }
            }
        }
    }

    private static int group(PreparedStatement statement, int from, String tag, String status, Instant month)
            throws SQLException {
        statement.setArray(from, statement.getConnection().createArrayOf("text", new Object[] {tag}));
        statement.setString(from + 1, status);
        statement.setObject(from + 2, month.atOffset(ZoneOffset.UTC));
        statement.setObject(from + 3, month.plus(MONTH).atOffset(ZoneOffset.UTC));
        return from + 4;
    }

    private static String group(String tag, String status, Instant month) {
        return "{\"conditions\": [{\"field\": \"tags\", \"op\": \"contains\", \"value\": \"" + tag
                + "\"}, {\"field\": \"status\", \"op\": \"eq\", \"value\": \"" + status
                + "\"}, {\"field\": \"created_at\", \"op\": \"between\", \"value\": [\"" + month + "\", \""
                + month.plus(MONTH) + "\"]}]}";
    }

    /** What differs from one time to the next. */
    record Wanted(String text, Instant month, Instant otherMonth) {

        private static final Instant FIRST = Instant.parse("2025-01-01T00:00:00Z");
        private static final int SECONDS_APART = 20;

        static Wanted of(GeneratedContacts contacts, SplittableRandom random) {
            int n = random.nextInt(contacts.count());
            return new Wanted("person" + n + ".0@", month(contacts, random), month(contacts, random));
        }

        private static Instant month(GeneratedContacts contacts, SplittableRandom random) {
            return FIRST.plusSeconds((long) random.nextInt(contacts.count()) * SECONDS_APART);
        }
    }

    /** What a reader wants; not what is only searched and sorted by. Apart, since constants cannot use an enum's own. */
    private static final class Columns {
        static final String NAMES = ContactTable.COLUMNS.stream()
                .map(ContactTable.Column::name)
                .filter(name -> !List.of("sort_name", "search_text", "filter_keys", "notes_key", "tag_keys")
                        .contains(name))
                .map(name -> name.equals("company_name") ? "coalesce(company.name, r.company_name)" : "r." + name)
                .collect(Collectors.joining(", "));
    }
}
