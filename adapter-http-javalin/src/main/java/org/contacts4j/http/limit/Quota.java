package org.contacts4j.http.limit;

import static java.util.stream.Collectors.joining;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConfigurationBuilder;
import java.util.List;
import org.contacts4j.http.server.RequestRate;

/**
 * How many requests those who are counted together may send.
 *
 * @param name tells it from other quotas
 * @param rates all of them hold; the one with the longest window, which callers are told of, comes first
 */
record Quota(String name, List<RequestRate> rates) {

    Quota(String name, RequestRate... rates) {
        this(name, List.of(rates));
    }

    /**
     * Windows begin with the first request, all at once: so a minute never ends after its hour. Nothing comes back before
     * its window ends.
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

    /** Where all nodes keep what is left to somebody. Other rates begin anew. */
    String keyOf(String who) {
        return rates.stream().map(rate -> String.valueOf(rate.calls())).collect(joining("/", name + " ", " ")) + who;
    }
}
