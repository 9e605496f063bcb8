package org.contacts4j.jdbi.connection;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.cache.JdbiCache;
import org.jdbi.v3.core.cache.JdbiCacheBuilder;
import org.jdbi.v3.core.cache.JdbiCacheLoader;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.statement.ColonPrefixSqlParser;
import org.jdbi.v3.core.statement.DefinedAttributeTemplateEngine;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/**
 * Lock-free replacement for Jdbi's SQL-parser caches. Jdbi's own caches send every statement of all threads through the
 * same four locks. They also assemble and parse the statement text again. The cost is measurable when one row is read
 * ({@code FindBenchmark}).
 */
public final class ParsedStatements {

    private ParsedStatements() {}

    public static void keepFor(Jdbi jdbi) {
        jdbi.getConfig(SqlStatements.class)
                .setTemplateEngine(new Templates())
                .setTemplateCache(new Keeping())
                .setSqlParser(new ColonPrefixSqlParser(new Keeping()));
    }

    /** A template engine that returns a text without placeholders unchanged. */
    private static final class Templates extends DefinedAttributeTemplateEngine {

        private static final Pattern TO_FILL_IN = Pattern.compile("<[^<>\\s]+>|\\\\");

        @Override
        public Optional<Function<StatementContext, String>> parse(String template, ConfigRegistry config) {
            return TO_FILL_IN.matcher(template).find()
                    ? super.parse(template, config)
                    : Optional.of(context -> template);
        }
    }

    private static final class Keeping implements JdbiCacheBuilder {

        @Override
        public <K, V> JdbiCache<K, V> build() {
            return new Kept<>(key -> null);
        }

        @Override
        public <K, V> JdbiCache<K, V> buildWithLoader(JdbiCacheLoader<K, V> loader) {
            return new Kept<>(loader);
        }

        @Override
        public JdbiCacheBuilder maxSize(int maxSize) {
            return this;
        }
    }

    /**
     * A cache that is cleared when it is full. Searches produce ever new statement texts; after a clear, the texts in
     * use are cached again.
     */
    private static final class Kept<K, V> implements JdbiCache<K, V> {

        private static final int MOST = 1_000;

        private final Map<K, V> values = new ConcurrentHashMap<>();
        private final JdbiCacheLoader<K, V> loader;

        Kept(JdbiCacheLoader<K, V> loader) {
            this.loader = loader;
        }

        @Override
        public @Nullable V get(K key) {
            return getWithLoader(key, loader);
        }

        @Override
        public @Nullable V getWithLoader(K key, JdbiCacheLoader<K, V> loader) {
            @Nullable V known = values.get(key);
            return known == null ? make(key, loader) : known;
        }

        private @Nullable V make(K key, JdbiCacheLoader<K, V> loader) {
            @Nullable V made = loader.create(key);
            if (made != null) {
                if (values.size() >= MOST) {
                    values.clear();
                }
                values.put(key, made);
            }
            return made;
        }

        /** Returns the number of cached values. */
        @Override
        @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // as Jdbi declares it
        public <T> T getStats() {
            return (T) Integer.valueOf(values.size());
        }
    }
}
