package org.contacts4j.jdbi.filter;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import org.contacts4j.domain.Address;
import org.contacts4j.domain.AddressPart;
import org.contacts4j.domain.Folded;
import org.contacts4j.jdbi.Database;
import org.contacts4j.jdbi.Json;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;

/**
 * Lets filters find the city of contacts that were written before there was such a filter. Not a script, since no
 * database folds text as Java does.
 */
public final class CityKeys implements JavaMigration {

    private static final int BATCH = 1_000;

    private static final String SELECT = "select organization_id, id, address from contact where address is not null";

    private static final String ADD_ON_POSTGRESQL = """
            update contact set filter_keys = filter_keys || jsonb_build_object('city', cast(? as text))
            where organization_id = ? and id = cast(? as uuid) and not jsonb_exists(filter_keys, 'city')
            """;

    /** {@code ␞city␟text␞}, as {@link org.contacts4j.jdbi.KeyedTexts#SEPARATED} has it; a row without keys has no ␞ yet. */
    private static final String ADD_ON_H2 = """
            update contact set filter_keys =
                (case when filter_keys = '' then char(30) else filter_keys end) || 'city' || char(31) || ? || char(30)
            where organization_id = ? and id = cast(? as uuid)
            and position(char(30) || 'city' || char(31) in filter_keys) = 0
            """;

    private final Database database;

    public CityKeys(Database database) {
        this.database = database;
    }

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("13");
    }

    @Override
    public String getDescription() {
        return "city keys";
    }

    @Override
    public @Nullable Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        String add = database == Database.POSTGRESQL ? ADD_ON_POSTGRESQL : ADD_ON_H2;
        try (Statement select = context.getConnection().createStatement();
                PreparedStatement update = context.getConnection().prepareStatement(add)) {
            select.setFetchSize(BATCH);
            try (ResultSet row = select.executeQuery(SELECT)) {
                addAll(row, update);
            }
        }
    }

    private static void addAll(ResultSet row, PreparedStatement update) throws SQLException {
        int waiting = 0;
        while (row.next()) {
            Address address = Objects.requireNonNull(Json.readAddress(row.getString(3)));
            @Nullable String city = address.get(AddressPart.CITY);
            if (city != null) {
                update.setString(1, Folded.withoutSeparators(city));
                update.setString(2, row.getString(1));
                update.setString(3, row.getString(2));
                update.addBatch();
                waiting++;
            }
            if (waiting == BATCH) {
                update.executeBatch();
                waiting = 0;
            }
        }
        update.executeBatch();
    }
}
