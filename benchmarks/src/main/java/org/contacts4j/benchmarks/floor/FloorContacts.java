package org.contacts4j.benchmarks.floor;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.contacts4j.benchmarks.data.ContactTable;

/** The operations of the baseline: reads and writes contacts as JSON, with one statement each. */
final class FloorContacts {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonFactory JSON = MAPPER.getFactory();

    private static final String SELECT = "select " + FloorAnswer.COLUMNS + " from contact r left join company"
            + " on company.organization_id = r.organization_id and company.id = r.company_id"
            + " where r.organization_id = ?";
    private static final String BY_ID = SELECT + " and r.id = ?";
    private static final String IN_ORDER = " order by r.organization_id, r.sort_name, r.id limit 20";

    /** Makes H2 use the index of the sort order, which it does for a condition on the leading columns. */
    private static final String ANY_NAME = " and r.sort_name >= x''";

    private static final String UPDATE = "update contact %s set title = ?, department = ?, updated_at = ?,"
            + " version = version + 1 where organization_id = ? and id = ?";

    private static final String UPDATED =
            FloorAnswer.COLUMNS.replace("coalesce(company.name, r.company_name)", "r.company_name");

    private final DataSource connections;
    private final String organization;
    private final String firstPage;
    private final String insert;
    private final String update;
    private final FloorRow rows;

    FloorContacts(DataSource connections, String organization) {
        this.connections = connections;
        this.organization = organization;
        boolean postgres = isPostgres(connections);
        firstPage = SELECT + (postgres ? "" : ANY_NAME) + IN_ORDER;
        insert = ContactTable.insert(postgres);
        update = postgres
                ? UPDATE.formatted("r") + " returning " + UPDATED
                : "select " + UPDATED + " from final table (" + UPDATE.formatted("") + ") r";
        rows = new FloorRow(organization, Clock.systemUTC());
    }

    byte[] get(UUID id) throws SQLException, IOException {
        try (Connection connection = connections.getConnection();
                PreparedStatement select = connection.prepareStatement(BY_ID)) {
            select.setString(1, organization);
            select.setObject(2, id);
            return one(select);
        }
    }

    byte[] firstPage() throws SQLException, IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(16 * 1024);
        try (Connection connection = connections.getConnection();
                PreparedStatement select = connection.prepareStatement(firstPage);
                JsonGenerator json = JSON.createGenerator(out)) {
            select.setString(1, organization);
            json.writeStartObject();
            json.writeArrayFieldStart("data");
            try (ResultSet row = select.executeQuery()) {
                FloorAnswer answer = new FloorAnswer(row, json);
                while (row.next()) {
                    answer.write();
                }
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return out.toByteArray();
    }

    byte[] create(byte[] body) throws SQLException, IOException {
        ObjectNode sent = (ObjectNode) MAPPER.readTree(body);
        List<Object> row = rows.of(sent);
        try (Connection connection = connections.getConnection();
                PreparedStatement statement = connection.prepareStatement(insert)) {
            for (int i = 0; i < row.size(); i++) {
                ContactTable.COLUMNS.get(i).kind().bind(statement, i + 1, row.get(i));
            }
            statement.executeUpdate();
        }
        sent.put("id", row.get(1).toString());
        return MAPPER.writeValueAsBytes(sent);
    }

    byte[] update(UUID id, byte[] body) throws SQLException, IOException {
        JsonNode job = MAPPER.readTree(body).path("metadata");
        try (Connection connection = connections.getConnection();
                PreparedStatement statement = connection.prepareStatement(update)) {
            statement.setString(1, job.path("title").textValue());
            statement.setString(2, job.path("department").textValue());
            statement.setObject(3, OffsetDateTime.now(ZoneOffset.UTC));
            statement.setString(4, organization);
            statement.setObject(5, id);
            return one(statement);
        }
    }

    private static byte[] one(PreparedStatement select) throws SQLException, IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(2 * 1024);
        try (ResultSet row = select.executeQuery();
                JsonGenerator json = JSON.createGenerator(out)) {
            row.next();
            new FloorAnswer(row, json).write();
        }
        return out.toByteArray();
    }

    private static boolean isPostgres(DataSource connections) {
        try (Connection connection = connections.getConnection()) {
            return connection.getMetaData().getURL().startsWith("jdbc:postgresql:");
        } catch (SQLException e) {
            throw new IllegalStateException("the floor cannot reach its database", e);
        }
    }
}
