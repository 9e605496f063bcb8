package org.contacts4j.jdbi;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Checks that every statement of a test run is restricted to an organization. */
final class OrganizationBounds {

    /** Tables that are compacted across all organizations. */
    private static final List<String> COMPACTED = List.of("counter_journal");

    /** The only query across organizations that background tasks may issue: which organizations have pending work. */
    private static final String PENDING_ORGANIZATIONS = "select distinct organization_id from ";

    private OrganizationBounds() {}

    /** Checks all statements in the log against the tables of the database. */
    static void check(StatementLog log, DatabaseSettings settings) throws SQLException {
        List<String> tables = organizationTables(settings);
        assertThat(tables).contains("contact", "company", "contact_event");
        assertThat(log.statements()).hasSizeGreaterThan(20);
        assertThat(log.withoutOrganization(tables))
                .filteredOn(sql -> !sql.startsWith(PENDING_ORGANIZATIONS))
                .isEmpty();
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
        tables.removeAll(COMPACTED);
        return tables;
    }
}
