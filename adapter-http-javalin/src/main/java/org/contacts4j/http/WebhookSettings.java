package org.contacts4j.http;

import java.time.Duration;
import java.util.List;
import org.contacts4j.domain.webhook.RetrySchedule;
import org.contacts4j.http.network.Network;

/**
 * How messages are sent to webhooks.
 *
 * @param allowed networks that may be called although they are not public
 * @param timeout how long one attempt may take, from the connection to the answer
 */
public record WebhookSettings(List<Network> allowed, RetrySchedule schedule, Duration timeout) {

    /** Public addresses alone, the usual schedule, 15 seconds. */
    public static final WebhookSettings USUAL =
            new WebhookSettings(List.of(), RetrySchedule.USUAL, Duration.ofSeconds(15));

    public WebhookSettings {
        allowed = List.copyOf(allowed);
    }
}
