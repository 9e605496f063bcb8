package org.contacts4j.http.server.request;

import io.javalin.http.Context;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Media types of request bodies (RFC 9110 section 8.3.1). */
public final class MediaTypes {

    public static final String MULTIPART = "multipart/form-data";
    public static final String FORM = "application/x-www-form-urlencoded";

    private static final Pattern CHARSET =
            Pattern.compile(";\\s*charset\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^;\\s]*))", Pattern.CASE_INSENSITIVE);

    private MediaTypes() {}

    /** Returns the {@code Content-Type} as sent; null if none. Jetty's own accessor fails for an unknown charset. */
    public static @Nullable String of(Context ctx) {
        return ctx.header("Content-Type");
    }

    /** Returns whether the media type declares an encoding that Java does not know. */
    public static boolean hasUnknownCharset(@Nullable String type) {
        @Nullable String name = charset(type);
        try {
            return name != null && !Charset.isSupported(name);
        } catch (IllegalCharsetNameException e) {
            return true;
        }
    }

    /** Returns the name of the encoding that the media type declares (RFC 7111); null if it declares none. */
    public static @Nullable String charset(@Nullable String type) {
        Matcher found = CHARSET.matcher(type == null ? "" : type);
        if (!found.find()) {
            return null;
        }
        for (int i = 1; i <= found.groupCount(); i++) {
            @Nullable String name = found.group(i);
            if (name != null) {
                return name.isBlank() ? null : name.strip();
            }
        }
        return null;
    }

    /** Returns the media type without its parameters, in lower case; empty for null. */
    public static String plain(@Nullable String type) {
        return type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }
}
