package org.contacts4j.http.auth;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/** A subscriber that reads a response body into memory, up to the maximum size of a JWK set. */
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

    /** Thrown when the body is longer than a JWK set may be. */
    static final class TooLong extends IOException {

        private static final long serialVersionUID = 1;

        TooLong() {
            super("it has more than " + JwkSetSource.MAX_BYTES + " bytes");
        }
    }

    /** A placeholder until the subscription starts. */
    private static final class NoSubscription implements Subscription {

        @Override
        public void request(long n) {}

        @Override
        public void cancel() {}
    }
}
