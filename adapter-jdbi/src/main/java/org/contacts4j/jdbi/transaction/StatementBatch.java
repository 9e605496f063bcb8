package org.contacts4j.jdbi.transaction;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
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

    /**
     * Combined statements by their parts. Reusing the same string lets Jdbi and the driver find their cached entries by
     * its cached hash.
     */
    private static final Cache<Parts, String> TOGETHER =
            Caffeine.newBuilder().maximumSize(1_000).build();

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

    /** Returns whether the database executes the batch as one statement. */
    boolean isOneStatement(Database database) {
        return statements.size() == 1 || database.batchesWrites();
    }

    /** Returns an exception that makes the work run again, with full checks and row locks. */
    public static TransactionException lostRace(String reason, @Nullable Throwable cause) {
        return new TransactionException(new SQLException(reason, SERIALIZATION_FAILURE, cause));
    }

    void execute(Handle handle, Database database) {
        if (database.batchesWrites()) {
            execute(handle, database, inOneStatement(), bindings);
            return;
        }
        for (int i = 0; i < statements.size(); i++) {
            int rows = execute(handle, database, statements.get(i), List.of(bindings.get(i)));
            if (guarded && i == 0 && rows != 1) {
                throw lostRace("the record was changed meanwhile", null);
            }
        }
    }

    /**
     * Returns all statements as common table expressions that write. When the guard fails, the combined statement fails
     * as a whole.
     */
    private String inOneStatement() {
        if (statements.size() == 1 && !guarded) {
            return statements.get(0);
        }
        return TOGETHER.get(new Parts(List.copyOf(statements), guarded, condition), StatementBatch::together);
    }

    private static String together(Parts parts) {
        List<String> statements = parts.statements;
        StringBuilder sql = new StringBuilder("with ");
        for (int i = 0; i < statements.size(); i++) {
            sql.append(i == 0 ? "" : ", ")
                    .append("write_")
                    .append(i)
                    .append(" as (")
                    .append(statements.get(i))
                    .append(i == 0 && parts.guarded ? " returning 1)" : ")");
        }
        sql.append(parts.guarded ? " select 1 / count(*) from write_0" : " select 1");
        return (parts.condition == null ? sql : sql.append(" where ").append(parts.condition)).toString();
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

    /** The parts of a combined statement. */
    private record Parts(
            List<String> statements,
            boolean guarded,
            @Nullable String condition) {}
}
