package org.contacts4j.jdbi.mapping;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.contacts4j.domain.Revision;
import org.contacts4j.domain.id.MemberId;
import org.jspecify.annotations.Nullable;

/**
 * Reads the columns of a row from left to right. Rows are wide, and looking columns up by name costs more than
 * everything else in reading a row.
 */
public final class ColumnReader {

    private final ResultSet row;
    private int column;

    public ColumnReader(ResultSet row) {
        this(row, 0);
    }

    /** Creates a reader that begins after the first {@code skipped} columns. */
    public ColumnReader(ResultSet row, int skipped) {
        this.row = row;
        this.column = skipped;
    }

    public String text() throws SQLException {
        return row.getString(++column);
    }

    public @Nullable String textOrNull() throws SQLException {
        return row.getString(++column);
    }

    /** Returns the bytes; null when the column is null. */
    public byte @Nullable [] bytesOrNull() throws SQLException {
        return row.getBytes(++column);
    }

    public UUID uuid() throws SQLException {
        return row.getObject(++column, UUID.class);
    }

    /** Returns the id wrapped by {@code wrap}, or null when the column is null. */
    public <T> @Nullable T idOrNull(Function<UUID, T> wrap) throws SQLException {
        @Nullable UUID id = row.getObject(++column, UUID.class);
        return id == null ? null : wrap.apply(id);
    }

    public boolean flag() throws SQLException {
        return row.getBoolean(++column);
    }

    public long number() throws SQLException {
        return row.getLong(++column);
    }

    public @Nullable BigDecimal decimalOrNull() throws SQLException {
        return row.getBigDecimal(++column);
    }

    public Instant time() throws SQLException {
        return row.getObject(++column, OffsetDateTime.class).toInstant();
    }

    public @Nullable Instant timeOrNull() throws SQLException {
        @Nullable OffsetDateTime time = row.getObject(++column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    public @Nullable Long numberOrNull() throws SQLException {
        long number = row.getLong(++column);
        return row.wasNull() ? null : number;
    }

    public @Nullable MemberId memberOrNull() throws SQLException {
        @Nullable String member = row.getString(++column);
        return member == null ? null : new MemberId(member);
    }

    public List<String> texts() throws SQLException {
        return texts(text -> text);
    }

    /** Returns the elements of a text array, each wrapped by {@code wrap}. */
    public <T> List<T> texts(Function<String, T> wrap) throws SQLException {
        return ColumnType.readTexts(row, ++column, wrap);
    }

    /** Returns a revision from its five columns: version, created at and by, updated at and by. */
    public Revision revision() throws SQLException {
        return new Revision(number(), time(), memberOrNull(), time(), memberOrNull());
    }
}
