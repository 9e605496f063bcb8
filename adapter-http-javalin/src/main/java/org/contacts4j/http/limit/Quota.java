package org.contacts4j.http.limit;

import static java.util.stream.Collectors.joining;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConfigurationBuilder;
import java.time.Duration;
import java.util.List;
import org.contacts4j.http.server.request.RequestRate;

/**
 * The rates of requests that are counted together.
 *
 * @param name distinguishes this quota from others
 * @param rates all of them apply; the one with the longest window comes first and is reported to callers
 */
record Quota(String name, List<RequestRate> rates) {

    Quota(String name, RequestRate... rates) {
        this(name, List.of(rates));
    }

    /**
     * Returns the bucket configuration. All windows begin with the first request, so a minute never ends after its
     * hour. Tokens are refilled only at the end of a window.
     */
    BucketConfiguration buckets() {
        ConfigurationBuilder buckets = BucketConfiguration.builder();
        for (RequestRate rate : rates) {
            buckets.addLimit(Bandwidth.builder()
                    .capacity(rate.calls())
                    .refillIntervally(rate.calls(), rate.window().length())
                    .build());
        }
        return buckets.build();
    }

    /** Returns the time after which all tokens are available again. */
    Duration longestWindow() {
        return rates.get(0).window().length();
    }

    /**
     * Returns the key of a bucket that all nodes share. The key contains the rates, so changed rates start a new
     * bucket.
     */
    String keyOf(String who) {
        return rates.stream().map(rate -> String.valueOf(rate.calls())).collect(joining("/", name + " ", " ")) + who;
    }
}
