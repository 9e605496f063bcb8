package org.contacts4j.jdbi.sql;

import java.math.BigDecimal;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contacts4j.domain.EnumNames;
import org.contacts4j.domain.Revision;
import org.contacts4j.domain.id.MemberId;
import org.contacts4j.jdbi.mapping.ColumnWriter;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * Binds values to a statement by name. It passes ready-made arguments, so that Jdbi need not look up a binding for each
 * type.
 */
public final class StatementParameters implements ColumnWriter {

    private final SqlStatement<?> statement;
    private final Database database;

    public StatementParameters(SqlStatement<?> statement, Database database) {
        this.statement = statement;
        this.database = database;
    }

    @Override
    public StatementParameters text(String name, @Nullable String value) {
        statement.bind(name, (Argument) (position, prepared, context) -> prepared.setString(position, value));
        return this;
    }

    @Override
    public StatementParameters word(String name, @Nullable Enum<?> value) {
        return text(name, value == null ? null : EnumNames.of(value));
    }

    @Override
    public StatementParameters uuid(String name, @Nullable UUID value) {
        statement.bind(name, (Argument) (position, prepared, context) -> prepared.setObject(position, value));
        return this;
    }

    @Override
    public StatementParameters flag(String name, boolean value) {
        statement.bind(name, (Argument) (position, prepared, context) -> prepared.setBoolean(position, value));
        return this;
    }

    @Override
    public StatementParameters number(String name, long value) {
        statement.bind(name, (Argument) (position, prepared, context) -> prepared.setLong(position, value));
        return this;
    }

    public StatementParameters decimal(String name, @Nullable BigDecimal value) {
        statement.bind(name, (Argument) (position, prepared, context) -> prepared.setBigDecimal(position, value));
        return this;
    }

    @Override
    public StatementParameters filterTexts(String name, Map<String, String> texts) {
        statement.bind(name, database.filterTexts().of(texts));
        return this;
    }

    /** Binds a key of keyed texts, for {@link FilterTexts#under}. */
    public StatementParameters key(String name, String key) {
        statement.bind(name, database.filterTexts().key(key));
        return this;
    }

    @Override
    public StatementParameters time(String name, Instant value) {
        statement.bind(name, (Argument)
                (position, prepared, context) -> prepared.setObject(position, value.atOffset(ZoneOffset.UTC)));
        return this;
    }

    /** Binds a time, or null. */
    public StatementParameters timeOrNull(String name, @Nullable Instant value) {
        if (value == null) {
            statement.bindNull(name, Types.TIMESTAMP_WITH_TIMEZONE);
            return this;
        }
        return time(name, value);
    }

    /** Binds a number, or null. */
    public StatementParameters numberOrNull(String name, @Nullable Long value) {
        if (value == null) {
            statement.bindNull(name, Types.BIGINT);
            return this;
        }
        return number(name, value);
    }

    @Override
    public StatementParameters texts(String name, Collection<String> values) {
        Object[] elements = values.toArray();
        statement.bind(name, (Argument) (position, prepared, context) ->
                prepared.setArray(position, context.getConnection().createArrayOf("text", elements)));
        return this;
    }

    @Override
    public StatementParameters indexedTexts(String name, Collection<String> values) {
        return texts(name, database.indexesArrays() ? values : List.of());
    }

    /** Binds an array of ids, which are given in their text form. */
    public StatementParameters uuids(String name, Collection<String> ids) {
        Object[] elements = ids.stream().map(UUID::fromString).toArray();
        statement.bind(name, (Argument) (position, prepared, context) ->
                prepared.setArray(position, context.getConnection().createArrayOf("uuid", elements)));
        return this;
    }

    public StatementParameters sortKeys(String name, Collection<String> keys) {
        statement.bind(name, database.sortKeys(keys));
        return this;
    }

    @Override
    public StatementParameters sortKey(String name, String key) {
        statement.bind(name, database.sortKey(key));
        return this;
    }

    @Override
    public StatementParameters json(String name, @Nullable String json) {
        if (json == null) {
            statement.bindNull(name, Types.OTHER);
        } else {
            statement.bind(name, database.json(json));
        }
        return this;
    }

    /** Binds the five columns of a revision. */
    public StatementParameters revision(Revision revision) {
        return number("version", revision.version())
                .time("createdAt", revision.createdAt())
                .text("createdBy", text(revision.createdBy()))
                .time("updatedAt", revision.updatedAt())
                .text("updatedBy", text(revision.updatedBy()));
    }

    private static @Nullable String text(@Nullable MemberId member) {
        return member == null ? null : member.value();
    }
}
