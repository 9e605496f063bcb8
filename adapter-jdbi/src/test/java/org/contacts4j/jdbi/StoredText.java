package org.contacts4j.jdbi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.contacts4j.jdbi.sql.Database;

/** Everything that a database stores, as text in which a test can search: what a dump or a copy of its files contains. */
public final class StoredText {

    private StoredText() {}

    /** Returns the values of all columns of all rows of all tables. Bytes are read as UTF-8. */
    public static String ofTables(DatabaseSettings settings) throws SQLException {
        StringBuilder text = new StringBuilder();
        try (Connection connection = connect(settings)) {
            for (String table : tables(connection)) {
                append(connection, table, text);
            }
        }
        return text.toString();
    }

    /** Returns the bytes of all files in this folder and below, one character each. */
    public static String ofFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).map(StoredText::bytesOf).collect(Collectors.joining("\n"));
        }
    }

    /** Executes a statement, as an operator could. */
    static void change(DatabaseSettings settings, String sql) throws SQLException {
        try (Connection connection = connect(settings);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection connect(DatabaseSettings settings) throws SQLException {
        return DriverManager.getConnection(
                Database.of(settings.url()).complete(settings.url()), settings.user(), settings.password());
    }

    private static String bytesOf(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet tables =
                connection.getMetaData().getTables(null, "public", null, new String[] {"TABLE", "BASE TABLE"})) {
            while (tables.next()) {
                names.add(tables.getString("TABLE_NAME"));
            }
        }
        return names;
    }

    private static void append(Connection connection, String table, StringBuilder text) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select * from " + table)) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (int column = 1; column <= columns; column++) {
                    text.append(textOf(rows, column)).append('\t');
                }
                text.append('\n');
            }
        }
    }

    private static String textOf(ResultSet rows, int column) throws SQLException {
        return rows.getObject(column) instanceof byte[] bytes
                ? new String(bytes, StandardCharsets.UTF_8)
                : String.valueOf(rows.getString(column));
    }
}
