package org.contacts4j.jdbi;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.contacts4j.domain.OrganizationId;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.jdbi.v3.core.transaction.TransactionException;
import org.jspecify.annotations.Nullable;

/**
 * Statements that write what belongs together, for one organisation: {@code :organization} is bound in all of them. A
 * database that can takes them in one round trip; so a parameter that several of them name has the same value in all.
 */
public final class StatementBatch {

    private static final String SERIALIZATION_FAILURE = "40001";

    /** When so many are remembered, all are forgotten. */
    private static final int REMEMBERED = 1_000;

    /** Statements that were put together before: everything below knows them again by a hash that they have already. */
    private static final Map<Parts, String> TOGETHER = new ConcurrentHashMap<>();

    private final OrganizationId organization;
    private final List<String> statements = new ArrayList<>();
    private final List<Consumer<StatementParameters>> bindings = new ArrayList<>();
    private boolean guarded;
    private @Nullable String condition;

    public StatementBatch(OrganizationId organization) {
        this.organization = organization;
    }

    /**
     * Begins with a statement that writes exactly one row, unless somebody else changed that row since it was read: then
     * none of these statements writes anything, and the work has lost a race.
     */
    public static StatementBatch guardedBy(
            OrganizationId organization, String statement, Consumer<StatementParameters> binding) {
        StatementBatch writes = new StatementBatch(organization).and(statement, binding);
        writes.guarded = true;
        return writes;
    }

    /** Has all of it lose a race unless a condition holds; for a database that takes it as one statement. */
    StatementBatch providedThat(String holds) {
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

    /** Whether the database takes all of it as one statement. */
    boolean isOneStatement(Database database) {
        return statements.size() == 1 || database.writesTogether();
    }

    /** Has the work run again, which asks and locks then. */
    static TransactionException lostRace(String reason, @Nullable Throwable cause) {
        return new TransactionException(new SQLException(reason, SERIALIZATION_FAILURE, cause));
    }

    void execute(Handle handle, Database database) {
        if (database.writesTogether()) {
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

    /** All statements as common table expressions that write; it fails, and all of it with it, when the guard does. */
    private String inOneStatement() {
        if (statements.size() == 1 && !guarded) {
            return statements.get(0);
        }
        if (TOGETHER.size() >= REMEMBERED) {
            TOGETHER.clear();
        }
        return TOGETHER.computeIfAbsent(
                new Parts(List.copyOf(statements), guarded, condition), StatementBatch::together);
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

    /** What one statement is made of. */
    private record Parts(
            List<String> statements,
            boolean guarded,
            @Nullable String condition) {}
}
