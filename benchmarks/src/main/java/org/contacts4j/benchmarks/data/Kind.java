package org.contacts4j.benchmarks.data;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.contacts4j.jdbi.sql.Database;
import org.contacts4j.jdbi.sql.H2Database;
import org.contacts4j.jdbi.sql.PostgresDatabase;
import org.jspecify.annotations.Nullable;

/** The type of a column's values, which decides how they are bound to a statement. */
public enum Kind {
    TEXT,
    JSON,
    /** Texts by key: JSON on PostgreSQL, one text separated by control characters on H2. */
    TEXT_MAP {
        @Override
        @SuppressWarnings("unchecked") // as the table of columns has it
        void bindPresent(PreparedStatement statement, int at, Object value) throws SQLException {
            Database database = isOnH2(statement) ? new H2Database() : new PostgresDatabase(false);
            database.filterTexts().of((Map<String, String>) value).apply(at, statement, null);
        }
    },
    ID,
    FLAG,
    NUMBER,
    TIME {
        @Override
        void bindPresent(PreparedStatement statement, int at, Object value) throws SQLException {
            statement.setObject(at, ((Instant) value).atOffset(ZoneOffset.UTC));
        }
    },
    TEXTS {
        @Override
        void bindPresent(PreparedStatement statement, int at, Object value) throws SQLException {
            Object[] texts = ((List<?>) value).toArray();
            statement.setArray(at, statement.getConnection().createArrayOf("text", texts));
        }
    },
    /** Texts for an index that exists only on PostgreSQL; empty on H2. */
    INDEXED {
        @Override
        void bindPresent(PreparedStatement statement, int at, Object value) throws SQLException {
            TEXTS.bindPresent(statement, at, isOnH2(statement) ? List.of() : value);
        }
    };

    private static boolean isOnH2(PreparedStatement statement) throws SQLException {
        return statement.getConnection().getMetaData().getURL().startsWith("jdbc:h2:");
    }

    /** Binds a value, which may be null: a String, UUID, Boolean, Long, Instant, or list of texts. */
    public void bind(PreparedStatement statement, int at, @Nullable Object value) throws SQLException {
        if (value == null) {
            statement.setNull(at, this == ID ? Types.OTHER : Types.VARCHAR);
        } else {
            bindPresent(statement, at, value);
        }
    }

    void bindPresent(PreparedStatement statement, int at, Object value) throws SQLException {
        statement.setObject(at, value);
    }
}
