package org.contacts4j.http.server.response;

import io.javalin.http.Context;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.domain.organization.ReadPosition;
import org.contacts4j.http.server.request.RequestHead;
import org.contacts4j.http.server.request.RequestPrincipal;
import org.jspecify.annotations.Nullable;

/**
 * The header with the position after the writes of a member. A response to a write has it; a client that sends it with
 * its next request reads its write through any node.
 */
public final class ReadPositions {

    private static final String HEADER = "X-Read-Position";
    private static final Set<String> READS = Set.of("GET", "HEAD");

    /** Request attribute: a {@link Source}. */
    private static final String ATTRIBUTE = "org.contacts4j.http.read-position";

    private ReadPositions() {}

    /**
     * Returns the caller with the position in the request.
     *
     * @throws ContactsFailure.Invalid when the header is not one of a response
     */
    public static Caller sentBy(Caller caller, RequestHead request) {
        @Nullable String sent = request.header(HEADER);
        return sent == null
                ? caller
                : caller.readingFrom(ReadPosition.parse(sent)
                        .orElseThrow(() -> new ContactsFailure.Invalid(
                                HEADER, "must be the value of this header in an earlier response")));
    }

    /** Makes the response have the header if the request may write and the caller is known. */
    public static void prepare(Context ctx, Function<Caller, Optional<ReadPosition>> positions) {
        @Nullable RequestPrincipal sender = ctx.attribute(RequestPrincipal.OF_REQUEST);
        if (sender != null && !READS.contains(ctx.req().getMethod())) {
            ctx.attribute(ATTRIBUTE, new Source(sender.caller(), positions));
        }
    }

    /** Sets the header of a response that is about to be sent. */
    static void put(Context ctx) {
        @Nullable Source source = ctx.attribute(ATTRIBUTE);
        if (source != null) {
            source.positions().apply(source.caller()).ifPresent(position -> ctx.header(HEADER, position.toString()));
        }
    }

    private record Source(Caller caller, Function<Caller, Optional<ReadPosition>> positions) {}
}
