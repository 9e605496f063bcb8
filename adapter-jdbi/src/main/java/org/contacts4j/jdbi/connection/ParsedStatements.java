package org.contacts4j.jdbi.connection;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
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
 * Caches of parsed statements for Jdbi, without locks for readers. Jdbi's own caches send every statement of all threads
 * through the same four locks. They also assemble and parse the statement text again. The cost is measurable when one
 * row is read ({@code FindBenchmark}).
 */
public final class ParsedStatements {

    private ParsedStatements() {}

    /** Makes this instance use these caches. */
    public static void install(Jdbi jdbi) {
        jdbi.getConfig(SqlStatements.class)
                .setTemplateEngine(new Templates())
                .setTemplateCache(new BoundedCaches())
                .setSqlParser(new ColonPrefixSqlParser(new BoundedCaches()));
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

    /** Bounded caches. Searches produce ever new statement texts. */
    private static final class BoundedCaches implements JdbiCacheBuilder {

        @Override
        public <K, V> JdbiCache<K, V> build() {
            return new BoundedCache<>(key -> null);
        }

        @Override
        public <K, V> JdbiCache<K, V> buildWithLoader(JdbiCacheLoader<K, V> loader) {
            return new BoundedCache<>(loader);
        }

        @Override
        public JdbiCacheBuilder maxSize(int maxSize) {
            return this;
        }
    }

    private static final class BoundedCache<K, V> implements JdbiCache<K, V> {

        private static final int MAX_SIZE = 1_000;

        private final Cache<K, V> values =
                Caffeine.newBuilder().maximumSize(MAX_SIZE).build();
        private final JdbiCacheLoader<K, V> loader;

        BoundedCache(JdbiCacheLoader<K, V> loader) {
            this.loader = loader;
        }

        @Override
        public @Nullable V get(K key) {
            return getWithLoader(key, loader);
        }

        @Override
        public @Nullable V getWithLoader(K key, JdbiCacheLoader<K, V> loader) {
            return values.get(key, loader::create);
        }

        /** Returns the number of cached values. */
        @Override
        @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // as Jdbi declares it
        public <T> T getStats() {
            values.cleanUp();
            return (T) Integer.valueOf((int) values.estimatedSize());
        }
    }
}
