package org.contacts4j.http.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.BucketProxy;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.contacts4j.application.SharedStates;
import org.junit.jupiter.api.Test;

class SharedBucketsTest {

    private static final Duration TEN_SECONDS = Duration.ofSeconds(10);

    private final States states = new States();

    @Test
    void admitExactlyTheLimitWhenNodesCountAtOnce() {
        long admitted = IntStream.range(0, 400)
                .parallel()
                .filter(request -> bucket(300).tryConsume(1))
                .count();
        assertThat(admitted).isEqualTo(300);
    }

    @Test
    void expireTenSecondsAfterTheyAreFullAgain() {
        assertThat(bucket(2).tryConsume(1)).isTrue();
        Instant full = Instant.now().plus(Duration.ofHours(1));
        assertThat(states.expiry).isBetween(full.minusSeconds(5), full.plus(TEN_SECONDS));
    }

    /** Returns the bucket as a new node sees it. */
    private BucketProxy bucket(int limit) {
        BucketConfiguration configuration = BucketConfiguration.builder()
                .addLimit(Bandwidth.builder()
                        .capacity(limit)
                        .refillIntervally(limit, Duration.ofHours(1))
                        .build())
                .build();
        return new SharedBuckets(states, TimeMeter.SYSTEM_MILLISECONDS)
                .builder()
                .build("acme", () -> configuration);
    }

    private static final class States implements SharedStates {

        private final Map<String, byte[]> all = new ConcurrentHashMap<>();
        private volatile Instant expiry = Instant.MAX;

        @Override
        public byte[] find(String name) {
            return all.get(name);
        }

        @Override
        public synchronized boolean replace(String name, byte[] read, byte[] next, Instant expires) {
            boolean unchanged = Arrays.equals(all.get(name), read);
            if (unchanged) {
                all.put(name, next);
                expiry = expires;
            }
            return unchanged;
        }
    }
}
