package org.contacts4j.jdbi.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.contacts4j.domain.EnumNames;
import org.contacts4j.domain.access.ApiKey;
import org.contacts4j.domain.access.ApiKeyId;
import org.contacts4j.domain.id.MemberId;
import org.contacts4j.domain.network.Network;
import org.contacts4j.domain.organization.DataScope;
import org.contacts4j.domain.organization.Role;
import org.contacts4j.jdbi.mapping.ColumnReader;
import org.contacts4j.jdbi.sql.StatementParameters;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Maps API key rows. Reads the columns in the order of {@link #COLUMNS}. */
public final class ApiKeyRow implements RowMapper<ApiKey> {

    static final String COLUMNS = "r.id, r.name, r.key_hash, r.role, r.data_scope, r.expires_at, r.networks,"
            + " r.created_at, r.created_by, r.last_used_at, r.last_used_from";

    @Override
    public ApiKey map(ResultSet row, StatementContext context) throws SQLException {
        ColumnReader columns = new ColumnReader(row);
        return new ApiKey(
                new ApiKeyId(columns.uuid()),
                columns.text(),
                columns.text(),
                EnumNames.find(Role.class, columns.text()).orElseThrow(),
                EnumNames.find(DataScope.class, columns.text()).orElseThrow(),
                columns.timeOrNull(),
                columns.texts(Network::of),
                columns.time(),
                new MemberId(columns.text()),
                use(columns.timeOrNull(), columns.textOrNull()));
    }

    /** Binds every column of a new key except the organization. */
    static void bind(StatementParameters parameters, ApiKey key) {
        parameters
                .uuid("id", key.id().value())
                .text("name", key.name())
                .text("hash", key.hash())
                .word("role", key.role())
                .word("data", key.data())
                .timeOrNull("expiresAt", key.expiresAt())
                .texts(
                        "networks",
                        key.networks().stream().map(Network::toString).toList())
                .time("createdAt", key.createdAt())
                .text("createdBy", key.createdBy().value());
    }

    private static ApiKey.@Nullable Use use(@Nullable Instant at, @Nullable String address) {
        return at == null || address == null ? null : new ApiKey.Use(at, address);
    }
}
