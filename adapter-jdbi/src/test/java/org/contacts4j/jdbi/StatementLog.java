package org.contacts4j.jdbi;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Pattern;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;

/** A log of the distinct statements that were issued. */
final class StatementLog implements SqlLogger {

    private static final Pattern ORGANIZATION = Pattern.compile("\\borganization_id\\b");

    private final Set<String> statements = new ConcurrentSkipListSet<>();

    @Override
    public void logBeforeExecution(StatementContext context) {
        statements.add(String.valueOf(context.getRenderedSql()));
    }

    Set<String> statements() {
        return statements;
    }

    /** Returns the statements that reference more organization tables than they have conditions on the organization. */
    List<String> withoutOrganization(Collection<String> organizationTables) {
        Pattern table =
                Pattern.compile("\\b(from|join|update|into)\\s+(" + String.join("|", organizationTables) + ")\\b");
        return statements.stream()
                .filter(sql -> forgetsOrganization(sql, table))
                .toList();
    }

    private static boolean forgetsOrganization(String sql, Pattern table) {
        long tables = table.matcher(sql).results().count();
        long bounds = ORGANIZATION.matcher(sql).results().count();
        return tables > 0 && (bounds < tables || !sql.contains(":organization"));
    }
}
