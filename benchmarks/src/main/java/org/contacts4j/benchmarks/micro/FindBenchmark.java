package org.contacts4j.benchmarks.micro;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.contacts4j.benchmarks.data.GeneratedContacts;
import org.contacts4j.benchmarks.data.Loading;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.organization.Visibility;
import org.contacts4j.jdbi.DatabaseSettings;
import org.contacts4j.jdbi.JdbiStore;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Benchmark of reading a contact by id on in-memory H2: through the store, and by the same statement in plain JDBC. The
 * JDBC variant reads the columns without mapping them.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class FindBenchmark {

    private static final int CONTACTS = 1024;
    private static final OrganizationId ORGANIZATION = new OrganizationId("acme");

    private static final String SELECT = """
            select r.organization_id, r.id,
                r.name, r.first_name, r.last_name, r.salutation, r.display_name, r.local_name, r.code,
                r.emails, r.phones, r.website, r.preferred_method, r.language, r.do_not_contact, r.address,
                r.company_id, coalesce(company.name, r.company_name), r.title, r.department, r.reports_to,
                r.source, r.tax_id, r.description, r.notes,
                r.custom_fields, r.tags, r.assigned_to, r.teams, r.status, r.extensions,
                r.version, r.created_at, r.created_by, r.updated_at, r.updated_by
            from contact r
            left join company on company.organization_id = r.organization_id and company.id = r.company_id
            where r.organization_id = ? and r.id = ?
              and (cast(? as varchar) is null or cast(? as varchar) = any(r.assigned_to))
            """;

    private final Mix<ContactId> ids;
    private final GeneratedContacts contacts = new GeneratedContacts(ORGANIZATION, 1, CONTACTS);

    private @Nullable JdbiStore store;
    private @Nullable Connection connection;

    /** Selects the contacts. */
    public FindBenchmark() {
        ids = Mix.of(CONTACTS, n -> contacts.id(n * 37 % CONTACTS));
    }

    /** Opens and loads the database. */
    @Setup
    public void open() throws SQLException, IOException {
        DatabaseSettings settings = DatabaseSettings.h2InMemory();
        store = JdbiStore.open(settings);
        // A further connection without a mode would reset the mode of the database.
        connection = DriverManager.getConnection(
                settings.url() + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH");
        Loading.companies(store, contacts);
        new Loading(connection).contacts(List.of(contacts));
    }

    /** Closes the database. */
    @TearDown
    public void close() throws SQLException {
        connection.close();
        store.close();
    }

    @Benchmark
    public Contact store() {
        return store.read(tx -> tx.contacts()
                .find(ORGANIZATION, Visibility.everything(), ids.next())
                .orElseThrow());
    }

    @Benchmark
    public void plainJdbc(Blackhole blackhole) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setString(1, ORGANIZATION.value());
            select.setObject(2, ids.next().value());
            select.setString(3, null);
            select.setString(4, null);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                int columns = row.getMetaData().getColumnCount();
                for (int i = 1; i <= columns; i++) {
                    blackhole.consume(row.getObject(i));
                }
            }
        }
    }
}
