package org.contacts4j.jdbi.transaction;

import org.contacts4j.jdbi.connection.ParsedStatements;
import org.jdbi.v3.core.ConnectionFactory;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.sqlobject.SqlObjectPlugin;

/** The pooled connections to one server of the database, and the permits for long statements on it. */
public record DatabaseAccess(Jdbi jdbi, LongStatementPermits longStatements) {

    /** Returns the access through a pool of this size. */
    public static DatabaseAccess of(ConnectionFactory connections, int poolSize, SqlLogger statements) {
        Jdbi jdbi = Jdbi.create(connections).installPlugin(new SqlObjectPlugin());
        jdbi.setSqlLogger(statements);
        // By default, messages of exceptions contain the parameters of the statement.
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(StatementExceptions.MessageRendering.NONE);
        ParsedStatements.install(jdbi);
        return new DatabaseAccess(
                jdbi, LongStatementPermits.of(poolSize, Runtime.getRuntime().availableProcessors()));
    }
}
