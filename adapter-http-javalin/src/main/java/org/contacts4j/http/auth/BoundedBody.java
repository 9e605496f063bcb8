package org.contacts4j.http.auth;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/** Takes the body of an answer into memory, as long as it is short enough for a JWK set. */
final class BoundedBody implements BodySubscriber<byte[]> {

    private final BodySubscriber<byte[]> whole = BodySubscribers.ofByteArray();
    private long left = JwkSetSource.MAX_BYTES;
    private Subscription subscription = new NoSubscription();

    private BoundedBody() {}

    static BodySubscriber<byte[]> of(ResponseInfo head) {
        return new BoundedBody();
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return whole.getBody();
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        this.subscription = subscription;
        whole.onSubscribe(subscription);
    }

    @Override
    public void onNext(List<ByteBuffer> parts) {
        left -= parts.stream().mapToInt(ByteBuffer::remaining).sum();
        if (left >= 0) {
            whole.onNext(parts);
        } else {
            subscription.cancel();
            whole.onError(new TooLong());
        }
    }

    @Override
    public void onError(Throwable failure) {
        whole.onError(failure);
    }

    @Override
    public void onComplete() {
        whole.onComplete();
    }

    /** The body has more bytes than a JWK set may have. */
    static final class TooLong extends IOException {

        private static final long serialVersionUID = 1;

        TooLong() {
            super("it has more than " + JwkSetSource.MAX_BYTES + " bytes");
        }
    }

    /** Stands where the subscription is not there yet. */
    private static final class NoSubscription implements Subscription {

        @Override
        public void request(long n) {}

        @Override
        public void cancel() {}
    }
}
