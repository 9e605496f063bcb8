package org.contacts4j.jdbi.connection;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.contacts4j.jdbi.DatabaseSettings;
import org.contacts4j.jdbi.DatabaseSettings.Pooling;

/**
 * Connections through a pooler that assigns a connection of the database for each transaction. A session setting or a
 * named prepared statement of one transaction would be on another connection than the next transaction.
 */
final class TransactionPooling {

    private static final Logger LOG = System.getLogger(TransactionPooling.class.getName());
    private static final String THRESHOLD = "prepareThreshold=";

    private TransactionPooling() {}

    /** Returns whether connections of these settings go through such a pooler. */
    static boolean isUsed(DatabaseSettings settings) {
        return settings.pooling() == Pooling.TRANSACTION;
    }

    /** Returns the URL without named prepared statements, unless it says when to use them. */
    static String complete(String url) {
        return url.contains(THRESHOLD) ? url : url + (url.contains("?") ? "&" : "?") + THRESHOLD + "0";
    }

    /** Logs a warning when the role has no limit for the time of statements: no session sets one. */
    static void warnWithoutTimeout(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select current_setting('statement_timeout'), current_user")) {
            row.next();
            if (row.getString(1).equals("0")) {
                LOG.log(
                        Level.WARNING,
                        "Statements are not limited in time: execute alter role {0} set statement_timeout = ''5s'',"
                                + " and reconnect the pooler",
                        row.getString(2));
            }
        }
    }
}
