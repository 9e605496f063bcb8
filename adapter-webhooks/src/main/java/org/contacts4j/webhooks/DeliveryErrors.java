package org.contacts4j.webhooks;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.contacts4j.domain.webhook.DeliveryError;
import org.jspecify.annotations.Nullable;

/** The mapping of exceptions and response statuses to delivery errors. */
final class DeliveryErrors {

    private DeliveryErrors() {}

    static DeliveryError of(Exception failure) {
        if (failure instanceof GuardedDnsResolver.ForbiddenAddress) {
            return DeliveryError.FORBIDDEN_ADDRESS;
        }
        if (failure instanceof UnknownHostException) {
            return DeliveryError.UNRESOLVED;
        }
        if (failure instanceof SocketTimeoutException) {
            return DeliveryError.TIMEOUT;
        }
        if (failure instanceof SSLException) {
            return DeliveryError.TLS;
        }
        boolean unreached = failure instanceof ConnectException || failure instanceof NoRouteToHostException;
        return unreached ? DeliveryError.CONNECT : DeliveryError.CONNECTION;
    }

    /** Returns the error of a response with this status; null for a success. */
    static @Nullable DeliveryError of(int status) {
        return switch (status / 100) {
            case 2 -> null;
            case 3 -> DeliveryError.REDIRECT;
            default -> DeliveryError.STATUS;
        };
    }
}
