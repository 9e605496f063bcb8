package org.contacts4j.jdbi.transaction;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.jdbi.sql.Database;
import org.contacts4j.jdbi.sql.StatementParameters;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.jdbi.v3.core.transaction.TransactionException;
import org.jspecify.annotations.Nullable;

/**
 * A batch of writing statements for one organization. {@code :organization} is bound in all of them. PostgreSQL
 * executes the batch in one round trip, so a parameter that several statements name has the same value in all.
 */
public final class StatementBatch {

    private static final String SERIALIZATION_FAILURE = "40001";

    private final OrganizationId organization;
    private final List<String> statements = new ArrayList<>();
    private final List<Consumer<StatementParameters>> bindings = new ArrayList<>();
    private boolean guarded;
    private @Nullable String condition;

    public StatementBatch(OrganizationId organization) {
        this.organization = organization;
    }

    /**
     * Creates a batch that begins with a guard: a statement that writes exactly one row. If another transaction has
     * changed that row since it was read, no statement of the batch takes effect and the work has lost a race.
     */
    public static StatementBatch guardedBy(
            OrganizationId organization, String statement, Consumer<StatementParameters> binding) {
        StatementBatch writes = new StatementBatch(organization).and(statement, binding);
        writes.guarded = true;
        return writes;
    }

    /**
     * Makes the batch lose a race unless a condition holds. Only for a database that executes the batch as one
     * statement.
     */
    StatementBatch onlyIf(String holds) {
        guarded = true;
        condition = holds;
        return this;
    }

    /** Adds a statement, whose parameters {@code binding} binds. */
    public StatementBatch and(String statement, Consumer<StatementParameters> binding) {
        statements.add(statement);
        bindings.add(binding);
        return this;
    }

    /** Returns whether the batch is for this organization and does not contain this statement. */
    boolean accepts(OrganizationId other, String statement) {
        return organization.equals(other) && !statements.contains(statement);
    }

    /** Returns whether the database executes the batch as one statement. */
    boolean isOneStatement(Database database) {
        return statements.size() == 1 || database.batchesWrites();
    }

    /** Returns an exception that makes the work run again, with full checks and row locks. */
    public static TransactionException lostRace(String reason, @Nullable Throwable cause) {
        return new TransactionException(new SQLException(reason, SERIALIZATION_FAILURE, cause));
    }

    void execute(Handle handle, Database database, CombinedStatements combined) {
        if (database.batchesWrites()) {
            execute(handle, database, inOneStatement(combined), bindings);
            return;
        }
        for (int i = 0; i < statements.size(); i++) {
            int rows = execute(handle, database, statements.get(i), List.of(bindings.get(i)));
            if (guarded && i == 0 && rows != 1) {
                throw lostRace("the record was changed meanwhile", null);
            }
        }
    }

    private String inOneStatement(CombinedStatements combined) {
        return statements.size() == 1 && !guarded ? statements.get(0) : combined.of(statements, guarded, condition);
    }

    private int execute(
            Handle handle, Database database, String statement, List<Consumer<StatementParameters>> bindings) {
        try (Update update = handle.createUpdate(statement)) {
            StatementParameters parameters =
                    new StatementParameters(update, database).text("organization", organization.value());
            bindings.forEach(binding -> binding.accept(parameters));
            return update.execute();
        }
    }
}
