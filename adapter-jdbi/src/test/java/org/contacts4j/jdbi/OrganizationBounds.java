package org.contacts4j.jdbi;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Checks that every statement of a test run is restricted to an organization. */
final class OrganizationBounds {

    /**
     * The only query across organizations that background tasks may issue: which organizations have pending work. It
     * locks no row.
     */
    private static final String PENDING_ORGANIZATIONS = "select distinct organization_id from ";

    private static final Pattern CORRELATION =
            Pattern.compile("(where|and) \\w+\\.organization_id = \\w+\\.organization_id");

    private OrganizationBounds() {}

    /** Checks all statements in the log against the tables of the database. */
    static void check(StatementLog log, DatabaseSettings settings) throws SQLException {
        List<String> tables = organizationTables(settings);
        assertThat(tables).contains("contact", "company", "contact_event");
        assertThat(log.statements()).hasSizeGreaterThan(20);
        assertThat(log.withoutOrganization(tables)).allMatch(OrganizationBounds::findsPendingWork);
        assertThat(log.statements()).noneMatch(OrganizationBounds::correlatesOrganizations);
    }

    private static boolean findsPendingWork(String sql) {
        return sql.startsWith(PENDING_ORGANIZATIONS) && !sql.contains("for update");
    }

    /**
     * Returns whether a subquery takes its organization from the row of the outer query. A distributed database cannot
     * find the shard of such a subquery.
     */
    private static boolean correlatesOrganizations(String sql) {
        return CORRELATION.matcher(sql).find() && !sql.startsWith(PENDING_ORGANIZATIONS);
    }

    /** Returns every table with an organization column, so that new tables are included automatically. */
    private static List<String> organizationTables(DatabaseSettings settings) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(settings.url(), settings.user(), settings.password());
                ResultSet columns = connection.getMetaData().getColumns(null, "public", null, "organization_id")) {
            while (columns.next()) {
                tables.add(columns.getString("TABLE_NAME"));
            }
        }
        return tables;
    }
}
