package org.contacts4j.importing.text;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The encodings that clients name. */
final class Charsets {

    /**
     * The encodings that programs mean by the names of similar ones, as browsers read them (WHATWG Encoding). They have
     * the characters of the named ones and some more.
     */
    private static final Map<String, String> MEANT = Map.ofEntries(
            Map.entry("iso-8859-1", "windows-1252"),
            Map.entry("us-ascii", "windows-1252"),
            Map.entry("iso-8859-9", "windows-1254"),
            Map.entry("shift_jis", "windows-31j"),
            Map.entry("euc-kr", "x-windows-949"),
            Map.entry("gb2312", "GB18030"),
            Map.entry("gbk", "GB18030"),
            Map.entry("macintosh", "x-MacRoman"));

    private Charsets() {}

    /** Returns the encoding that a client means by a name; empty if it is unknown. */
    static Optional<Charset> named(String name) {
        Optional<Charset> known = find(name.strip());
        @Nullable String meant = MEANT.get(canonical(name).toLowerCase(Locale.ROOT));
        return meant == null ? known : find(meant).or(() -> known);
    }

    /** Returns the usual spelling of a name. */
    static String canonical(String name) {
        return find(name.strip()).map(Charset::name).orElse(name.strip());
    }

    private static Optional<Charset> find(String name) {
        try {
            return Optional.of(Charset.forName(name));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }
}
