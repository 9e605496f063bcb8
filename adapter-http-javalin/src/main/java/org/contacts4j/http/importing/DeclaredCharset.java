package org.contacts4j.http.importing;

import org.contacts4j.http.server.error.Refusal;
import org.contacts4j.http.server.request.MediaTypes;
import org.contacts4j.importing.ImportFile;
import org.jspecify.annotations.Nullable;

/** The encoding that the media type of a file declares. */
public final class DeclaredCharset {

    private DeclaredCharset() {}

    /**
     * Returns the name of the encoding; null if the media type declares none.
     *
     * @throws Refusal if the encoding is unknown
     */
    public static @Nullable String of(@Nullable String mediaType) {
        @Nullable String name = MediaTypes.charset(mediaType);
        if (name != null && !ImportFile.isReadable(name)) {
            throw Refusal.unsupportedMediaType("The charset of the file is unknown; UTF-8 and others are read.");
        }
        return name;
    }
}
