package org.contacts4j.jdbi;

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
 * What has been made of the texts of statements, kept for the next time. JDBI's own caches pass every statement of all
 * threads through the same four locks, and put its text together and read it through again; that is felt in a read of one
 * row ({@code FindBenchmark}).
 */
final class ParsedStatements {

    private ParsedStatements() {}

    static void keepFor(Jdbi jdbi) {
        jdbi.getConfig(SqlStatements.class)
                .setTemplateEngine(new Templates())
                .setTemplateCache(new Keeping())
                .setSqlParser(new ColonPrefixSqlParser(new Keeping()));
    }

    /** A text without anything to fill in is given back as it is. */
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

    /** Searches come in ever new texts: when there are too many all are dropped, and those in use come back. */
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

        /** How many values are kept now. */
        @Override
        @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // so it is declared by JDBI
        public <T> T getStats() {
            return (T) Integer.valueOf(values.size());
        }
    }
}
