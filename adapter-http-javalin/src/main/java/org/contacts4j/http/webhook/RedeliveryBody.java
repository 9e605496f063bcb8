package org.contacts4j.http.webhook;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.contacts4j.domain.validation.Faults;
import org.contacts4j.domain.webhook.DeliveryState;
import org.contacts4j.json.Json;
import org.contacts4j.json.ValueReaders;
import org.jspecify.annotations.Nullable;

/**
 * The request body that sends deliveries again. Unknown members are ignored.
 *
 * @param state the state of these deliveries; null selects all states
 */
record RedeliveryBody(Instant since, @Nullable DeliveryState state) {

    static RedeliveryBody read(byte[] json) {
        Map<?, ?> object = Json.readObject(json);
        Faults faults = new Faults();
        @Nullable
        Instant since = ValueReaders.TIME.read(Objects.requireNonNullElse(object.get("since"), ""), "since", faults);
        @Nullable Object word = object.get("state");
        @Nullable
        DeliveryState state =
                word == null ? null : ValueReaders.word(DeliveryState.class).read(word, "state", faults);
        faults.throwIfAny();
        return new RedeliveryBody(Objects.requireNonNull(since), state);
    }
}
