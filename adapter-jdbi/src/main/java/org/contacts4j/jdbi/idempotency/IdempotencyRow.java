package org.contacts4j.jdbi.idempotency;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.contacts4j.application.idempotency.IdempotencyRecord;
import org.contacts4j.application.idempotency.RecordedAnswer;
import org.contacts4j.application.idempotency.RepeatableRequest;
import org.contacts4j.jdbi.mapping.ColumnReader;
import org.contacts4j.jdbi.mapping.Json;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Maps rows of requests. Reads the columns in the order of {@link #COLUMNS}. */
public final class IdempotencyRow implements RowMapper<IdempotencyRecord> {

    static final String COLUMNS =
            "id, fingerprint, claim, claimed_until, created_at, status, record_version, headers, body";

    @Override
    public IdempotencyRecord map(ResultSet row, StatementContext context) throws SQLException {
        ColumnReader columns = new ColumnReader(row);
        RepeatableRequest request = new RepeatableRequest(columns.text(), columns.text());
        UUID claim = columns.uuid();
        Instant claimedUntil = columns.time();
        return new IdempotencyRecord(request, claim, claimedUntil, columns.time(), answer(columns));
    }

    private static @Nullable RecordedAnswer answer(ColumnReader columns) throws SQLException {
        @Nullable Long status = columns.numberOrNull();
        @Nullable Long version = columns.numberOrNull();
        @Nullable String headers = columns.textOrNull();
        byte @Nullable [] body = columns.bytesOrNull();
        if (status == null || headers == null || body == null) {
            return null;
        }
        Map<String, String> read = new TreeMap<>();
        Json.readData(headers).forEach((name, value) -> read.put(name, String.valueOf(value)));
        return new RecordedAnswer(status.intValue(), version, read, body);
    }
}
