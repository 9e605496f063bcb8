package org.contacts4j.jdbi;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import java.sql.Connection;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.contacts4j.application.background.BackgroundTasks;
import org.contacts4j.jdbi.limit.SharedBuckets;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class SharedBucketsTest {

    private static final BucketConfiguration TWO_AN_HOUR = BucketConfiguration.builder()
            .addLimit(Bandwidth.builder()
                    .capacity(2)
                    .refillIntervally(2, Duration.ofHours(1))
                    .build())
            .build();

    @Test
    void goWhenTheyAreFullAgainAndNotBefore() throws Exception {
        DatabaseSettings postgres = TestPostgres.freshSettings();
        try (JdbiStore store = JdbiStore.open(postgres)) {
            PGSimpleDataSource connections = new PGSimpleDataSource();
            connections.setUrl(postgres.url());
            try (SharedBuckets buckets = new SharedBuckets(connections, new BackgroundTasks(Clock.systemUTC()));
                    Connection connection = connections.getConnection()) {
                take(buckets.byName(), "acme");
                take(store.sharedBuckets().orElseThrow(), "globex");
                buckets.sweep();
                assertThat(names(connection)).containsExactly("acme", "globex");
                connection.createStatement().execute("update rate_limit set expires_at = 1 where id = 'acme'");
                buckets.sweep();
                assertThat(names(connection)).containsExactly("globex");
            }
        }
    }

    private static void take(ProxyManager<String> buckets, String name) {
        assertThat(buckets.builder().build(name, () -> TWO_AN_HOUR).tryConsume(1))
                .isTrue();
    }

    private static List<String> names(Connection connection) throws Exception {
        List<String> names = new ArrayList<>();
        try (ResultSet rows = connection.createStatement().executeQuery("select id from rate_limit order by id")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }
}
