package org.contacts4j.jdbi.backup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.jdbi.filter.TagWeekKeys;
import org.contacts4j.jdbi.sql.FilterTexts;
import org.jspecify.annotations.Nullable;

/**
 * Reads the value of one column in the form that both databases have in common: null, a text that PostgreSQL accepts as
 * input, or a list of texts for an array. Equal values have equal forms, whichever database they come from.
 */
@FunctionalInterface
interface CanonicalValue {

    /** Returns the value of the column at this position. */
    @Nullable
    Object read(ResultSet row, int column) throws SQLException;

    /** Columns that H2 stores in another form than PostgreSQL, by {@code table.column}. */
    Map<String, CanonicalValue> CONVERSIONS =
            Map.of("contact.filter_keys", CanonicalValue::filterTexts, "contact.tag_weeks", CanonicalValue::tagWeeks);

    /** Returns the reader for a column of H2 that has this type on PostgreSQL. */
    static CanonicalValue onH2(String table, TableSchema.Column column, String typeOnPostgres) {
        @Nullable CanonicalValue conversion = CONVERSIONS.get(table + "." + column.name());
        if (conversion != null) {
            return conversion;
        }
        return column.type().equals("binary varying") && typeOnPostgres.equals("text")
                ? CanonicalValue::utf8
                : onPostgres(table, column.name(), typeOnPostgres);
    }

    /** Returns the reader for a column of PostgreSQL. */
    static CanonicalValue onPostgres(String table, String column, String type) {
        return switch (type) {
            case "text", "uuid", "bigint", "integer" -> ResultSet::getString;
            case "boolean" -> CanonicalValue::flag;
            case "numeric" -> CanonicalValue::number;
            case "timestamp with time zone" -> CanonicalValue::time;
            case "jsonb" -> CanonicalValue::json;
            case "bytea" -> CanonicalValue::bytes;
            case "array" -> CanonicalValue::texts;
            default ->
                throw new CannotCopyDatabase(
                        "The column " + table + "." + column + " has the type " + type + ", which cannot be copied");
        };
    }

    private static @Nullable Object flag(ResultSet row, int column) throws SQLException {
        boolean value = row.getBoolean(column);
        return row.wasNull() ? null : String.valueOf(value);
    }

    private static @Nullable Object number(ResultSet row, int column) throws SQLException {
        @Nullable String text = row.getString(column);
        return text == null ? null : new BigDecimal(text).toPlainString();
    }

    private static @Nullable Object time(ResultSet row, int column) throws SQLException {
        @Nullable OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant().toString();
    }

    private static @Nullable Object bytes(ResultSet row, int column) throws SQLException {
        byte @Nullable [] bytes = row.getBytes(column);
        return bytes == null ? null : "\\x" + HexFormat.of().formatHex(bytes);
    }

    private static @Nullable Object utf8(ResultSet row, int column) throws SQLException {
        byte @Nullable [] bytes = row.getBytes(column);
        return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
    }

    private static @Nullable Object json(ResultSet row, int column) throws SQLException {
        @Nullable String json = row.getString(column);
        return json == null ? null : Normalized.json(json);
    }

    private static @Nullable Object texts(ResultSet row, int column) throws SQLException {
        return texts(row.getArray(column));
    }

    private static @Nullable List<String> texts(@Nullable Array array) throws SQLException {
        return array == null
                ? null
                : Arrays.stream((Object[]) array.getArray())
                        .map(String::valueOf)
                        .collect(Collectors.toList());
    }

    private static @Nullable Object filterTexts(ResultSet row, int column) throws SQLException {
        return Normalized.write(FilterTexts.readSeparated(row.getString(column)));
    }

    private static @Nullable Object tagWeeks(ResultSet row, int column) throws SQLException {
        @Nullable List<String> tagKeys = texts(row.getArray("tag_keys"));
        return TagWeekKeys.of(
                new OrganizationId(row.getString("organization_id")),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getString("status"),
                tagKeys == null ? List.of() : tagKeys);
    }

    /** JSON with sorted keys and plain numbers without trailing zeros, since {@code jsonb} keeps neither. */
    final class Normalized {

        private static final ObjectMapper MAPPER = JsonMapper.builder()
                .enable(
                        DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS,
                        DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .build();

        private Normalized() {}

        static String json(String json) {
            try {
                return write(plain(MAPPER.readValue(json, Object.class)));
            } catch (JsonProcessingException e) {
                throw new CannotCopyDatabase("The database contains malformed JSON", e);
            }
        }

        static String write(@Nullable Object value) {
            try {
                return MAPPER.writeValueAsString(value);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        }

        private static @Nullable Object plain(@Nullable Object value) {
            if (value instanceof Map<?, ?> map) {
                map.entrySet().forEach(Normalized::makePlain);
            } else if (value instanceof List<?> list) {
                return list.stream().map(Normalized::plain).collect(Collectors.toList());
            } else if (value instanceof Number number) {
                BigDecimal exact = new BigDecimal(number.toString());
                return exact.signum() == 0 ? BigDecimal.ZERO : exact.stripTrailingZeros();
            }
            return value;
        }

        @SuppressWarnings("unchecked")
        private static void makePlain(Map.Entry<?, ?> member) {
            ((Map.Entry<?, @Nullable Object>) member).setValue(plain(member.getValue()));
        }
    }
}
