package org.contacts4j.vcard.file;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The properties whose value may be a file in Base64, which becomes an attachment. */
enum EmbeddedKind {
    PHOTO(
            "photo",
            "image/",
            "a picture (JPEG, PNG, GIF, WebP, TIFF, HEIC or AVIF)",
            "PHOTO",
            "X-MS-CARDPICTURE",
            "X-PHOTO"),
    LOGO("logo", "image/", "a picture (JPEG, PNG, GIF, WebP, TIFF, HEIC or AVIF)", "LOGO"),
    SOUND("sound", "audio/", "a sound (MP3, WAV or Ogg)", "SOUND");

    /** The result of {@link #contentStart} for a value that is no file. */
    static final int NONE = -1;

    /** The result of {@link #contentStart} if the beginning of the property is too short. */
    static final int UNDECIDED = -2;

    private static final int MAX_HEAD = 16 * 1024;

    /** The length of the beginning of a value that shows whether it is a file. */
    private static final int ENOUGH = 200;

    private static final Pattern BASE64 = Pattern.compile(";\\s*(ENCODING\\s*=\\s*)?\"?(B|BASE64)\"?\\s*(;|$)");
    private static final Pattern DATA_URI =
            Pattern.compile("\\s*data:[^,:]{0,150}\\\\?;base64\\\\?,", Pattern.CASE_INSENSITIVE);
    private static final Pattern UNDECLARED =
            Pattern.compile("\\s*[A-Za-z0-9+/]{" + (ENOUGH - 10) + "}[A-Za-z0-9+/=\\s]*");

    private static final Map<String, String> EXTENSIONS = Map.ofEntries(
            Map.entry("image/jpeg", "jpg"),
            Map.entry("image/png", "png"),
            Map.entry("image/gif", "gif"),
            Map.entry("image/webp", "webp"),
            Map.entry("image/tiff", "tiff"),
            Map.entry("image/heic", "heic"),
            Map.entry("image/avif", "avif"),
            Map.entry("audio/mpeg", "mp3"),
            Map.entry("audio/wav", "wav"),
            Map.entry("audio/ogg", "ogg"));

    private final String baseName;
    private final String mediaType;
    private final String description;
    private final List<String> properties;

    EmbeddedKind(String baseName, String mediaType, String description, String... properties) {
        this.baseName = baseName;
        this.mediaType = mediaType;
        this.description = description;
        this.properties = List.of(properties);
    }

    /** Returns the kind of a property that begins with this text; empty if it is never a file. */
    static Optional<EmbeddedKind> of(String line) {
        int end = 0;
        while (end < line.length() && line.charAt(end) != ';' && line.charAt(end) != ':') {
            end++;
        }
        String name = line.substring(0, end).strip().toUpperCase(Locale.ROOT);
        String ungrouped = name.substring(name.lastIndexOf('.') + 1);
        return Arrays.stream(values())
                .filter(kind -> kind.properties.contains(ungrouped))
                .findFirst();
    }

    /**
     * Returns where the Base64 text of a property begins.
     *
     * @param property the beginning of the property, without line breaks
     * @param isWhole whether the property ends there
     */
    static int contentStart(String property, boolean isWhole) {
        int colon = colon(property);
        if (colon < 0) {
            return isWhole || property.length() > MAX_HEAD ? NONE : UNDECIDED;
        }
        if (BASE64.matcher(property.substring(0, colon).toUpperCase(Locale.ROOT))
                .find()) {
            return colon + 1;
        }
        String value = property.substring(colon + 1);
        if (!isWhole && value.length() < ENOUGH) {
            return UNDECIDED;
        }
        Matcher uri = DATA_URI.matcher(value);
        if (uri.lookingAt()) {
            return colon + 1 + uri.end();
        }
        return UNDECLARED.matcher(value).matches() ? colon + 1 : NONE;
    }

    /** Returns the index of the colon that ends the parameters; -1 if there is none. */
    private static int colon(String property) {
        boolean isQuoted = false;
        for (int i = 0; i < property.length(); i++) {
            char c = property.charAt(i);
            isQuoted ^= c == '"';
            if (c == ':' && !isQuoted) {
                return i;
            }
        }
        return -1;
    }

    /** Returns the name of a file of this kind, such as {@code photo.jpg}; empty for other media types. */
    Optional<String> fileName(String type) {
        return Optional.ofNullable(EXTENSIONS.get(type))
                .filter(extension -> type.startsWith(mediaType))
                .map(extension -> baseName + "." + extension);
    }

    /** Returns what a file of this kind is, for error messages. */
    String description() {
        return description;
    }
}
