package org.contacts4j.jdbi.transaction;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Combines writing statements into one, for a database that executes it in one round trip. Remembers the texts, because
 * Jdbi and the driver find their cached entries by the cached hash of the same string. Thread-safe.
 */
final class CombinedStatements {

    private final Cache<Parts, String> texts =
            Caffeine.newBuilder().maximumSize(1_000).build();

    /**
     * Returns all statements as common table expressions that write.
     *
     * @param guarded whether the combined statement fails as a whole unless the first one writes exactly one row
     * @param condition the condition under which the guard holds; null for none
     */
    String of(List<String> statements, boolean guarded, @Nullable String condition) {
        return texts.get(new Parts(List.copyOf(statements), guarded, condition), CombinedStatements::text);
    }

    private static String text(Parts parts) {
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

    private record Parts(
            List<String> statements,
            boolean guarded,
            @Nullable String condition) {}
}
