package org.contacts4j.benchmarks.measure;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.contacts4j.application.Contacts4J;
import org.contacts4j.application.page.Page;
import org.contacts4j.application.page.PageRequest;
import org.contacts4j.benchmarks.data.ContactTable;
import org.contacts4j.benchmarks.data.GeneratedContacts;
import org.contacts4j.benchmarks.load.BenchmarkFailure;
import org.contacts4j.benchmarks.load.HttpConnection;
import org.contacts4j.benchmarks.load.Requests;
import org.contacts4j.domain.Folded;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactStatus;
import org.contacts4j.domain.contact.PersonName;
import org.contacts4j.domain.filter.Fields;
import org.contacts4j.domain.filter.Filter;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.jdbi.sql.LikePattern;
import org.contacts4j.jdbi.sql.OrganizationPrefix;

/** A search in three forms: as SQL, as a Java filter and as JSON. */
enum SearchCase {
    /** A substring of one contact's e-mail address. */
    SUBSTRING("r.search_text like ? and position(? in r.search_text) > 0") {
        @Override
        void bind(PreparedStatement statement, int from, GeneratedContacts contacts, Wanted wanted)
                throws SQLException {
            // A trigram index needs only the end of the word. The "0" after the dot is too short for it.
            String word = wanted.text().split("[.]")[0];
            statement.setString(from, "%" + word.substring(Math.max(0, word.length() - 8)) + "%");
            statement.setString(from + 1, wanted.text());
        }

        @Override
        String text(Wanted wanted) {
            return wanted.text();
        }
    },

    /** The last name of a contact, which about one of a hundred contacts has. */
    LAST_NAME("r.search_text like ?") {
        @Override
        void bind(PreparedStatement statement, int from, GeneratedContacts contacts, Wanted wanted)
                throws SQLException {
            statement.setString(from, "%" + Folded.of(text(wanted)) + "%");
        }

        @Override
        String text(Wanted wanted) {
            String name = wanted.lastName().split("-")[0];
            return LikePattern.hasTrigram(name) ? name : "Lovelace";
        }
    },

    /** The last name of a contact and a part of the e-mail address. */
    NAME_AND_EMAIL("r.search_text like ? and r.search_text like ?") {
        @Override
        void bind(PreparedStatement statement, int from, GeneratedContacts contacts, Wanted wanted)
                throws SQLException {
            bindWords(statement, from, wanted.lastName(), wanted.text());
        }

        @Override
        String text(Wanted wanted) {
            return wanted.lastName() + " " + wanted.text();
        }
    },

    /** The last and the first name of a contact. Many contacts have both. */
    NAMES("r.search_text like ? and r.search_text like ?") {
        @Override
        void bind(PreparedStatement statement, int from, GeneratedContacts contacts, Wanted wanted)
                throws SQLException {
            bindWords(statement, from, wanted.lastName(), wanted.firstName());
        }

        @Override
        String text(Wanted wanted) {
            return wanted.lastName() + " " + wanted.firstName();
        }
    },

    /** A tag, a status and a month; or another tag, another status and another month. */
    OR_OF_AND("((r.tag_weeks && ? and (r.created_at >= ? and r.created_at <= ?) is true)"
            + " or (r.tag_weeks && ? and (r.created_at >= ? and r.created_at <= ?) is true))") {
        @Override
        void bind(PreparedStatement statement, int from, GeneratedContacts contacts, Wanted wanted)
                throws SQLException {
            group(statement, from, contacts, "active fair-2025", wanted.month());
            group(statement, from + 3, contacts, "archived investor", wanted.otherMonth());
        }

        @Override
        boolean isPlannedOnce() {
            return false;
        }

        @Override
        Filter filter(Wanted wanted) {
            Instant month = wanted.month();
            Instant other = wanted.otherMonth();
            return Fields.tags()
                    .contains("fair-2025")
                    .and(Fields.status().is(ContactStatus.ACTIVE))
                    .and(Fields.createdAt().isBetween(month, month.plus(MONTH)))
                    .or(Fields.tags()
                            .contains("investor")
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
    private static final long WEEK = 7 * 24 * 3600;
    private static final int LIMIT = 50;
    private static final int COUNT_LIMIT = 10_000;
    private static final Pattern TOTAL = Pattern.compile("\"total\":(\\d+)");

    private final String sql;

    SearchCase(String condition) {
        sql = "with found as materialized (select r.organization_id, r.id, r.sort_name from contact r"
                + " where r.organization_id = ? and " + condition + " limit " + (COUNT_LIMIT + 1) + ")"
                + " select " + Columns.NAMES + ", (select count(*) from found) from (select * from found"
                + " order by organization_id, sort_name, id limit " + LIMIT + ") part join contact r on"
                + " r.organization_id = part.organization_id and r.id = part.id left join company on"
                + " company.organization_id = r.organization_id and company.id = r.company_id"
                + " order by r.organization_id, r.sort_name, r.id";
    }

    /**
     * Searches with SQL that is optimized for the tables and plans: one statement filters, counts and sorts. Returns
     * the total, at most the limit of counting.
     */
    long byHand(Connection connection, GeneratedContacts contacts, SplittableRandom random) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, contacts.organization().value());
            bind(statement, 2, contacts, Wanted.of(contacts, random));
            return Math.min(readAll(statement), COUNT_LIMIT);
        }
    }

    long inProcess(Contacts4J contacts4j, Caller caller, GeneratedContacts contacts, SplittableRandom random) {
        Filter filter = filter(Wanted.of(contacts, random));
        Page<Contact> found = contacts4j.contacts().list(caller, filter, PageRequest.first(LIMIT));
        return found.total() == null ? -1 : found.total().count();
    }

    long overHttp(HttpConnection http, Requests requests, GeneratedContacts contacts, SplittableRandom random)
            throws IOException {
        int status = http.exchange(requests.request("POST", "/search", json(Wanted.of(contacts, random))));
        Matcher total = TOTAL.matcher(http.body());
        if (status != 200 || !total.find()) {
            throw new BenchmarkFailure("a search was answered " + status + ": " + http.body());
        }
        return Long.parseLong(total.group(1));
    }

    /** Binds the values of the search, beginning with the parameter {@code from}. */
    abstract void bind(PreparedStatement statement, int from, GeneratedContacts contacts, Wanted wanted)
            throws SQLException;

    /** Returns whether the plan by hand is the same for all values. Otherwise the statement is planned each time. */
    boolean isPlannedOnce() {
        return true;
    }

    /** Returns the words of a search by text; empty for a search by filter. */
    String text(Wanted wanted) {
        return "";
    }

    Filter filter(Wanted wanted) {
        return Fields.search(text(wanted));
    }

    String json(Wanted wanted) {
        return "{\"q\": \"" + text(wanted) + "\"}";
    }

    private static void bindWords(PreparedStatement statement, int from, String first, String second)
            throws SQLException {
        statement.setString(from, "%" + Folded.of(first) + "%");
        statement.setString(from + 1, "%" + Folded.of(second) + "%");
    }

    /** Reads every column of every row. Returns the total, which is the last column. */
    private static long readAll(PreparedStatement statement) throws SQLException {
        long total = 0;
        try (ResultSet row = statement.executeQuery()) {
            int columns = row.getMetaData().getColumnCount();
            while (row.next()) {
                for (int i = 1; i < columns; i++) {
                    row.getObject(i);
                }
                total = row.getLong(columns);
            }
        }
        return total;
    }

    private static void group(
            PreparedStatement statement, int from, GeneratedContacts contacts, String statusAndTag, Instant month)
            throws SQLException {
        String owner = OrganizationPrefix.of(contacts.organization());
        Instant end = month.plus(MONTH);
        Object[] keys = LongStream.rangeClosed(month.getEpochSecond() / WEEK, end.getEpochSecond() / WEEK)
                .mapToObj(week -> owner + week + statusAndTag)
                .toArray();
        statement.setArray(from, statement.getConnection().createArrayOf("text", keys));
        statement.setObject(from + 1, month.atOffset(ZoneOffset.UTC));
        statement.setObject(from + 2, end.atOffset(ZoneOffset.UTC));
    }

    private static String group(String tag, String status, Instant month) {
        return "{\"conditions\": [{\"field\": \"tags\", \"op\": \"contains\", \"value\": \"" + tag
                + "\"}, {\"field\": \"status\", \"op\": \"eq\", \"value\": \"" + status
                + "\"}, {\"field\": \"created_at\", \"op\": \"between\", \"value\": [\"" + month + "\", \""
                + month.plus(MONTH) + "\"]}]}";
    }

    /** The random values of a search. */
    record Wanted(String text, String firstName, String lastName, Instant month, Instant otherMonth) {

        private static final Instant FIRST = Instant.parse("2025-01-01T00:00:00Z");
        private static final int SECONDS_APART = 20;

        static Wanted of(GeneratedContacts contacts, SplittableRandom random) {
            int n = random.nextInt(contacts.count());
            PersonName name = contacts.contact(n).name();
            return new Wanted(
                    "person" + n + ".0@",
                    Objects.requireNonNull(name.first()),
                    Objects.requireNonNull(name.last()),
                    month(contacts, random),
                    month(contacts, random));
        }

        private static Instant month(GeneratedContacts contacts, SplittableRandom random) {
            return FIRST.plusSeconds((long) random.nextInt(contacts.count()) * SECONDS_APART);
        }
    }

    /**
     * The columns of a result, without those that are only for searching and sorting. In a separate class, since the
     * constructors of an enum cannot read its constants.
     */
    private static final class Columns {
        static final String NAMES = ContactTable.COLUMNS.stream()
                .map(ContactTable.Column::name)
                .filter(name -> !List.of(
                                "sort_name",
                                "search_text",
                                "filter_keys",
                                "notes_key",
                                "tag_keys",
                                "tag_weeks",
                                "match_keys")
                        .contains(name))
                .map(name -> name.equals("company_name") ? "coalesce(company.name, r.company_name)" : "r." + name)
                .collect(Collectors.joining(", "));
    }
}
