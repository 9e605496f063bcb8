package org.contacts4j.jdbi;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.contacts4j.domain.OrganizationId;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/**
 * Statements that write what belongs together, for one organisation: {@code :organization} is bound in all of them. A
 * database that can takes them in one round trip; so a parameter that several of them name has the same value in all.
 */
public final class Writes {

    private final OrganizationId organization;
    private final List<String> statements = new ArrayList<>();
    private final List<Consumer<Parameters>> bindings = new ArrayList<>();

    public Writes(OrganizationId organization) {
        this.organization = organization;
    }

    /** Adds a statement, whose parameters {@code binding} binds. */
    public Writes and(String statement, Consumer<Parameters> binding) {
        statements.add(statement);
        bindings.add(binding);
        return this;
    }

    /** Whether the database takes all of it as one statement. */
    boolean isOneStatement(Database database) {
        return statements.size() == 1 || database.writesTogether();
    }

    void execute(Handle handle, Database database) {
        if (database.writesTogether()) {
            execute(handle, database, inOneStatement(), bindings);
        } else {
            for (int i = 0; i < statements.size(); i++) {
                execute(handle, database, statements.get(i), List.of(bindings.get(i)));
            }
        }
    }

    /** The last statement, with all others in front of it as common table expressions that write. */
    private String inOneStatement() {
        List<String> others = statements.subList(0, statements.size() - 1);
        String last = statements.get(statements.size() - 1);
        return others.isEmpty()
                ? last
                : others.stream()
                        .map(statement -> "write_" + statements.indexOf(statement) + " as (" + statement + ")")
                        .collect(Collectors.joining(", ", "with ", " " + last));
    }

    private void execute(Handle handle, Database database, String statement, List<Consumer<Parameters>> bindings) {
        try (Update update = handle.createUpdate(statement)) {
            Parameters parameters = new Parameters(update, database).text("organization", organization.value());
            bindings.forEach(binding -> binding.accept(parameters));
            update.execute();
        }
    }
}
