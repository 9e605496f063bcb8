package org.contacts4j.benchmarks.data;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contacts4j.jdbi.Database;
import org.jspecify.annotations.Nullable;

/** What a column holds: how it gets into a statement, and from a row into JSON. */
public enum Kind {
    TEXT,
    JSON {
        @Override
        void writePresent(JsonGenerator json, Object value) throws IOException {
            json.writeRawValue(value.toString());
        }
    },
    /** Texts by key: JSON on PostgreSQL, on H2 one text between control characters. */
    KEYED {
        @Override
        @SuppressWarnings("unchecked") // as the table of columns has it
        void bindPresent(PreparedStatement statement, int at, Object value) throws SQLException {
            String url = statement.getConnection().getMetaData().getURL();
            Database database = url.startsWith("jdbc:h2:") ? Database.H2 : Database.POSTGRESQL;
            database.keyedTexts((Map<String, String>) value).apply(at, statement, null);
        }
    },
    ID {
        @Override
        Object read(ResultSet row, int at) throws SQLException {
            return row.getObject(at, UUID.class);
        }
    },
    FLAG {
        @Override
        Object read(ResultSet row, int at) throws SQLException {
            return row.getBoolean(at);
        }

        @Override
        void writePresent(JsonGenerator json, Object value) throws IOException {
            json.writeBoolean((Boolean) value);
        }
    },
    NUMBER {
        @Override
        Object read(ResultSet row, int at) throws SQLException {
            return row.getLong(at);
        }

        @Override
        void writePresent(JsonGenerator json, Object value) throws IOException {
            json.writeNumber((Long) value);
        }
    },
    TIME {
        @Override
        void bindPresent(PreparedStatement statement, int at, Object value) throws SQLException {
            statement.setObject(at, ((Instant) value).atOffset(ZoneOffset.UTC));
        }

        @Override
        Object read(ResultSet row, int at) throws SQLException {
            return row.getObject(at, OffsetDateTime.class).toInstant();
        }
    },
    TEXTS {
        @Override
        void bindPresent(PreparedStatement statement, int at, Object value) throws SQLException {
            Object[] texts = ((List<?>) value).toArray();
            statement.setArray(at, statement.getConnection().createArrayOf("text", texts));
        }

        @Override
        Object read(ResultSet row, int at) throws SQLException {
            return row.getArray(at).getArray();
        }

        @Override
        void writePresent(JsonGenerator json, Object value) throws IOException {
            json.writeStartArray();
            for (Object text : (Object[]) value) {
                json.writeString((String) text);
            }
            json.writeEndArray();
        }
    };

    /** Binds a value: String, UUID, Boolean, Long, Instant, or a list of texts. */
    public void bind(PreparedStatement statement, int at, @Nullable Object value) throws SQLException {
        if (value == null) {
            statement.setNull(at, this == ID ? Types.OTHER : Types.VARCHAR);
        } else {
            bindPresent(statement, at, value);
        }
    }

    /** Writes the column of the row as a JSON value. */
    public void write(JsonGenerator json, ResultSet row, int at) throws SQLException, IOException {
        @Nullable Object value = read(row, at);
        if (value == null) {
            json.writeNull();
        } else {
            writePresent(json, value);
        }
    }

    void bindPresent(PreparedStatement statement, int at, Object value) throws SQLException {
        statement.setObject(at, value);
    }

    @Nullable
    Object read(ResultSet row, int at) throws SQLException {
        return row.getString(at);
    }

    void writePresent(JsonGenerator json, Object value) throws IOException {
        json.writeString(value.toString());
    }
}
