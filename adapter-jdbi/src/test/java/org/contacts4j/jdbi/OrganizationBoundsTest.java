package org.contacts4j.jdbi;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.contacts4j.application.Store;
import org.contacts4j.contract.PersistenceContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Runs all persistence contracts and checks that every statement they issue is restricted to an organization. */
final class OrganizationBoundsTest extends PersistenceContract {

    private static final StatementLog LOG = new StatementLog();
    private static final DatabaseSettings SETTINGS = DatabaseSettings.h2InMemory();

    /** Tables that are compacted across all organizations. */
    private static final List<String> ADDED_UP_FOR_ALL = List.of("counter_journal");

    /** The only query across organizations that background tasks may issue: which organizations have pending work. */
    private static final String WHOSE_TURN_IT_IS = "select distinct organization_id from ";

    private static JdbiStore store;

    @BeforeAll
    static void open() {
        store = JdbiStore.open(SETTINGS, LOG);
    }

    @Override
    protected Store store() {
        return store;
    }

    @AfterAll
    static void everyStatementNamesItsOrganization() throws SQLException {
        List<String> tables = organizationTables();
        store.close();
        assertThat(tables).contains("contact", "company", "contact_event");
        assertThat(LOG.statements()).hasSizeGreaterThan(20);
        assertThat(LOG.withoutOrganization(tables))
                .filteredOn(sql -> !sql.startsWith(WHOSE_TURN_IT_IS))
                .isEmpty();
    }

    /** Returns every table with an organization column, so that new tables are included automatically. */
    private static List<String> organizationTables() throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(SETTINGS.url());
                ResultSet columns = connection.getMetaData().getColumns(null, "public", null, "organization_id")) {
            while (columns.next()) {
                tables.add(columns.getString("TABLE_NAME"));
            }
        }
        tables.removeAll(ADDED_UP_FOR_ALL);
        return tables;
    }
}
