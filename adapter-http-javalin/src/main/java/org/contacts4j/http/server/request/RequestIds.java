package org.contacts4j.http.server.request;

import io.javalin.http.Context;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Request ids. Every response carries one, so that a reported problem can be found in the log. */
public final class RequestIds {

    public static final String HEADER = "X-Request-Id";

    private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._-]{1,128}");

    private RequestIds() {}

    /** Returns the id sent by the client when it is safe to log, else a new one. */
    public static String acceptOrCreate(@Nullable String sent) {
        return sent != null && SANE.matcher(sent).matches()
                ? sent
                : Long.toHexString(ThreadLocalRandom.current().nextLong() | Long.MIN_VALUE);
    }

    /** Returns the id of the current request. */
    public static String of(Context ctx) {
        return String.valueOf(ctx.res().getHeader(HEADER));
    }
}
