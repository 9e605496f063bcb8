package org.contacts4j.webhooks;

import java.time.Duration;
import java.util.List;
import org.contacts4j.domain.network.Network;
import org.contacts4j.domain.webhook.RetrySchedule;

/**
 * The settings of webhook deliveries.
 *
 * @param allowed networks that may be called although they are not public
 * @param schedule the delays between the attempts of a delivery
 * @param timeout the limit of one attempt, from the connection to the response
 */
public record WebhookSettings(List<Network> allowed, RetrySchedule schedule, Duration timeout) {

    /** The defaults: public addresses only, the default retry schedule, and a timeout of 15 seconds. */
    public static final WebhookSettings DEFAULT =
            new WebhookSettings(List.of(), RetrySchedule.DEFAULT, Duration.ofSeconds(15));

    public WebhookSettings {
        allowed = List.copyOf(allowed);
    }
}
