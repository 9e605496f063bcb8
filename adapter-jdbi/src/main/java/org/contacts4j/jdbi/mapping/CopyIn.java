package org.contacts4j.jdbi.mapping;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.contacts4j.domain.EnumNames;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.transaction.TransactionException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Writes rows into PostgreSQL tables in the text format of COPY. COPY is the fastest way to insert rows, and the server
 * processes the first rows while the next ones are still being written.
 */
public final class CopyIn implements ColumnWriter {

    private static final int ROW_CHARACTERS = 2048;

    private final StringBuilder row = new StringBuilder(ROW_CHARACTERS);
    private final char[] sent = new char[ROW_CHARACTERS];

    private CopyIn() {}

    /**
     * Inserts rows into one table and then into another, within the handle's transaction. The rows of the second table
     * are encoded while the server still processes the first.
     */
    public static void rows(Handle handle, Table<?> first, Table<?> second) {
        ByteArrayOutputStream waiting = new ByteArrayOutputStream();
        try {
            PGConnection connection = handle.getConnection().unwrap(PGConnection.class);
            copy(connection, first, server -> {
                new CopyIn().write(first, server);
                new CopyIn().write(second, waiting);
            });
            copy(connection, second, waiting::writeTo);
        } catch (SQLException | IOException e) {
            throw new TransactionException("rows could not be copied", e);
        }
    }

    /**
     * Inserts rows into one table while they are read, within the handle's transaction.
     *
     * @param table the name of the table, and its columns in parentheses
     * @param source passes the rows one after another; each value is null, a text as PostgreSQL reads it, or a list of
     *     texts for an array
     */
    public static void stream(Handle handle, String table, Consumer<Consumer<@Nullable Object[]>> source) {
        try {
            PGConnection connection = handle.getConnection().unwrap(PGConnection.class);
            CopyStatement.run(connection, table, server -> {
                CopyIn copy = new CopyIn();
                Writer writer = new OutputStreamWriter(server, StandardCharsets.UTF_8);
                source.accept(row -> copy.add(row, writer));
                writer.flush();
            });
        } catch (SQLException | IOException e) {
            throw new TransactionException("rows could not be copied", e);
        }
    }

    private void add(@Nullable Object[] values, Writer server) {
        row.setLength(0);
        for (@Nullable Object value : values) {
            if (value instanceof List<?> texts) {
                texts("", texts.stream().map(String::valueOf).toList());
            } else {
                text("", (String) value);
            }
        }
        try {
            endRow(server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(PGConnection connection, Table<?> table, CopyStatement.Rows rows)
            throws SQLException, IOException {
        CopyStatement.run(connection, table.name() + " (" + table.columns() + ")", rows);
    }

    private <T> void write(Table<T> table, OutputStream stream) throws IOException {
        Writer server = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
        for (T item : table.items()) {
            row.setLength(0);
            table.writer().accept(this, item);
            endRow(server);
        }
        server.flush();
    }

    private void endRow(Writer server) throws IOException {
        row.setCharAt(row.length() - 1, '\n');
        send(server);
    }

    /**
     * Copies the row through a reused character array. As strings, rows were a sixth of all memory that an import
     * allocates.
     */
    private void send(Writer server) throws IOException {
        for (int from = 0; from < row.length(); from += sent.length) {
            int to = Math.min(from + sent.length, row.length());
            row.getChars(from, to, sent, 0);
            server.write(sent, 0, to - from);
        }
    }

    @Override
    public CopyIn text(String name, @Nullable String value) {
        if (value == null) {
            row.append("\\N");
        } else {
            escape(value);
        }
        return end();
    }

    @Override
    public CopyIn word(String name, @Nullable Enum<?> value) {
        return text(name, value == null ? null : EnumNames.of(value));
    }

    @Override
    public CopyIn uuid(String name, @Nullable UUID value) {
        return text(name, value == null ? null : value.toString());
    }

    @Override
    public CopyIn flag(String name, boolean value) {
        row.append(value ? 't' : 'f');
        return end();
    }

    @Override
    public CopyIn number(String name, long value) {
        row.append(value);
        return end();
    }

    @Override
    public CopyIn time(String name, Instant value) {
        row.append(value);
        return end();
    }

    @Override
    public CopyIn texts(String name, Collection<String> values) {
        StringBuilder array = new StringBuilder("{");
        for (String value : values) {
            array.append(array.length() == 1 ? "\"" : ",\"");
            array.append(value.replace("\\", "\\\\").replace("\"", "\\\"")).append('"');
        }
        escape(array.append('}').toString());
        return end();
    }

    @Override
    public CopyIn indexedTexts(String name, Collection<String> values) {
        return texts(name, values);
    }

    @Override
    public CopyIn sortKey(String name, String key) {
        return text(name, key);
    }

    @Override
    public CopyIn json(String name, @Nullable String json) {
        return text(name, json);
    }

    @Override
    public CopyIn filterTexts(String name, Map<String, String> texts) {
        return text(name, Json.write(texts));
    }

    private CopyIn end() {
        row.append('\t');
        return this;
    }

    /** Appends the text in whole runs, because few texts contain a character that must be escaped. */
    private void escape(String text) {
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' || c == '\t' || c == '\n' || c == '\r') {
                row.append(text, from, i).append('\\').append(escapeLetter(c));
                from = i + 1;
            }
        }
        if (from == 0) {
            row.append(text);
        } else {
            row.append(text, from, text.length());
        }
    }

    private static char escapeLetter(char c) {
        return switch (c) {
            case '\t' -> 't';
            case '\n' -> 'n';
            case '\r' -> 'r';
            default -> c;
        };
    }

    /**
     * The rows to insert into a table.
     *
     * @param columns the column names, in the order in which {@code writer} passes the values of an item
     */
    public record Table<T>(String name, String columns, List<T> items, BiConsumer<ColumnWriter, T> writer) {}
}
