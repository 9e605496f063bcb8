package org.contacts4j.domain.validation;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.contacts4j.domain.UnicodeText;
import org.contacts4j.domain.id.Uuids;
import org.jspecify.annotations.Nullable;

/** Rules for single values, shared by contacts and companies. */
public final class Rules {

    /** The maximum length of ordinary text, in code points. */
    public static final int TEXT = 255;

    /** The maximum length of prose (notes, descriptions), in code points. */
    public static final int PROSE = 20_000;

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    // A dot-atom or a quoted local part (RFC 5322, RFC 6531), then a domain of two labels or more.
    private static final Pattern EMAIL = Pattern.compile(
            "(?:[^\\s\\p{Cntrl}\"(),:;<>@\\[\\\\\\].]++(?:\\.[^\\s\\p{Cntrl}\"(),:;<>@\\[\\\\\\].]++)*+|\"[^\\p{Cntrl}\"\\\\]++\")"
                    + "@(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{M}\\p{N}-]{0,61}[\\p{L}\\p{M}\\p{N}])?\\.)+"
                    + "[\\p{L}\\p{N}](?:[\\p{L}\\p{M}\\p{N}-]{0,61}[\\p{L}\\p{M}\\p{N}])?");

    private Rules() {}

    /**
     * Returns a rule for text of at most {@code max} code points, which may have several lines. It is stored in Unicode
     * NFC and otherwise unchanged. Empty text clears the field.
     */
    public static Rule<String> text(int max) {
        return (value, field, faults) -> {
            String text = UnicodeText.normalized(value);
            checkText(text, max, field, faults);
            return text.isEmpty() ? null : text;
        };
    }

    /**
     * Returns a rule for text of at most {@value #TEXT} code points, stored in Unicode NFC and without invisible
     * characters at its ends. Text without a visible character clears the field.
     */
    public static Rule<String> trimmed() {
        return (value, field, faults) -> {
            String trimmed = UnicodeText.stripped(value);
            checkText(trimmed, TEXT, field, faults);
            return trimmed.isEmpty() ? null : trimmed;
        };
    }

    /** Returns a rule for phone numbers in every format, stored as typed but without invisible characters. */
    public static Rule<String> phone() {
        return (value, field, faults) -> trimmed().check(UnicodeText.withoutInvisible(value), field, faults);
    }

    /**
     * Returns a rule for e-mail addresses, internationalized ones included, with the length limits of RFC 5321.
     * Invisible characters are removed. Blank text clears the field.
     */
    public static Rule<String> email() {
        return (value, field, faults) -> {
            String address = UnicodeText.withoutInvisible(value);
            if (address.isEmpty()) {
                return null;
            }
            if (address.length() > TEXT
                    || address.indexOf('@') > 64
                    || !EMAIL.matcher(address).matches()) {
                faults.add(field, Fault.Kind.NOT_AN_EMAIL, "is not an e-mail address; one looks like name@example.org");
            }
            checkText(address, TEXT, field, faults);
            return address;
        };
    }

    /** Returns a rule for absolute http or https URLs. Blank text clears the field. */
    public static Rule<String> httpUrl() {
        return (value, field, faults) -> {
            String url = UnicodeText.stripped(value);
            if (url.isEmpty()) {
                return null;
            }
            checkText(url, TEXT, field, faults);
            if (url.length() > 2 * TEXT || !isHttpUrl(url)) {
                faults.add(field, "is not a web address; one looks like https://example.org");
            }
            return url;
        };
    }

    /** Returns a rule for ISO 3166-1 alpha-2 country codes, in either case. Blank text clears the field. */
    public static Rule<String> countryCode() {
        return (value, field, faults) -> {
            String code = UnicodeText.stripped(value).toUpperCase(Locale.ROOT);
            if (code.isEmpty()) {
                return null;
            }
            if (!COUNTRIES.contains(code)) {
                faults.add(field, "is not an ISO 3166-1 country code of two letters, such as US");
            }
            return code;
        };
    }

    /** Returns a rule for UUIDs in text form. Blank text clears the field. */
    public static Rule<String> uuid() {
        return (value, field, faults) -> {
            String id = UnicodeText.stripped(value).toLowerCase(Locale.ROOT);
            if (id.isEmpty()) {
                return null;
            }
            if (Uuids.parseOrNil(id).equals(Uuids.NIL)) {
                faults.add(field, "is not a UUID");
            }
            return id;
        };
    }

    /** Returns a rule that accepts every value of its type. */
    public static <T> Rule<T> anything() {
        return (value, field, faults) -> value;
    }

    /** Adds validation errors for text that is too long or has characters that no database stores. */
    public static void checkText(String text, int max, String field, Faults faults) {
        if (text.length() > max && text.codePointCount(0, text.length()) > max) {
            faults.add(field, Fault.Kind.TOO_LONG, "must not be longer than " + max + " characters");
        }
        @Nullable String unusable = unusableCharacter(text);
        if (unusable != null) {
            faults.add(field, "must not contain " + unusable);
        }
    }

    private static @Nullable String unusableCharacter(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                return "the character U+0000";
            }
            if (Character.isSurrogate(c)) {
                if (Character.isLowSurrogate(c)
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return "half of a surrogate pair";
                }
                i++;
            }
        }
        return null;
    }

    private static boolean isHttpUrl(String url) {
        try {
            URI uri = new URI(url);
            return ("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme()))
                    && uri.getRawAuthority() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
