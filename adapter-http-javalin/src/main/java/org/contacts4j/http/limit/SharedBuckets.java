package org.contacts4j.http.limit;

import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.ClientSideConfig;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.AbstractCompareAndSwapBasedProxyManager;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.AsyncCompareAndSwapOperation;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.CompareAndSwapOperation;
import io.github.bucket4j.distributed.remote.RemoteBucketState;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.contacts4j.application.SharedStates;
import org.jspecify.annotations.Nullable;

/** The buckets that all nodes share, kept in {@link SharedStates}. A bucket expires ten seconds after it is full. */
final class SharedBuckets extends AbstractCompareAndSwapBasedProxyManager<String> {

    private static final ExpirationAfterWriteStrategy EXPIRY =
            ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(Duration.ofSeconds(10));

    private final SharedStates states;
    private final TimeMeter time;

    SharedBuckets(SharedStates states, TimeMeter time) {
        super(ClientSideConfig.getDefault());
        this.states = states;
        this.time = time;
    }

    @Override
    protected CompareAndSwapOperation beginCompareAndSwapOperation(String key) {
        return new CompareAndSwapOperation() {
            @Override
            public Optional<byte[]> getStateData(Optional<Long> timeoutNanos) {
                return Optional.ofNullable(states.find(key));
            }

            @Override
            public boolean compareAndSwap(
                    byte @Nullable [] read, byte[] next, RemoteBucketState bucket, Optional<Long> timeoutNanos) {
                long now = time.currentTimeNanos();
                Instant expiry =
                        Instant.ofEpochSecond(0, now).plusMillis(EXPIRY.calculateTimeToLiveMillis(bucket, now));
                return states.replace(key, read, next, expiry);
            }
        };
    }

    @Override
    protected AsyncCompareAndSwapOperation beginAsyncCompareAndSwapOperation(String key) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isAsyncModeSupported() {
        return false;
    }

    @Override
    protected CompletableFuture<Void> removeAsync(String key) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void removeProxy(String key) {
        throw new UnsupportedOperationException();
    }
}
