package org.contacts4j.http.server.response;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The {@code Accept-Encoding} header of a request (RFC 9110 section 12.5.3). */
final class AcceptEncoding {

    private AcceptEncoding() {}

    /** Returns whether the client accepts gzip. A coding without a quality, or with one above zero, is accepted. */
    static boolean acceptsGzip(@Nullable String header) {
        if (header == null) {
            return false;
        }
        boolean takesAny = false;
        for (String item : header.toLowerCase(Locale.ROOT).split(",")) {
            String[] parts = item.split(";", 2);
            boolean wanted = parts.length < 2 || !parts[1].replace(" ", "").matches("q=0(\\.0*)?");
            String coding = parts[0].strip();
            if (coding.equals("gzip") || coding.equals("x-gzip")) {
                return wanted;
            }
            takesAny |= coding.equals("*") && wanted;
        }
        return takesAny;
    }
}
