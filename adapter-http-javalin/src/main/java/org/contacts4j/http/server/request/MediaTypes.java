package org.contacts4j.http.server.request;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Media types of request bodies (RFC 9110 section 8.3.1). */
public final class MediaTypes {

    public static final String MULTIPART = "multipart/form-data";
    public static final String FORM = "application/x-www-form-urlencoded";

    private MediaTypes() {}

    /** Returns the media type without its parameters, in lower case; empty for null. */
    public static String plain(@Nullable String type) {
        return type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }
}
