package org.contacts4j.phone;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;
import org.contacts4j.domain.Folded;
import org.contacts4j.domain.contact.PhoneNumbers;
import org.jspecify.annotations.Nullable;

/**
 * Compares phone numbers by their international form (E.164), where libphonenumber can read them, and by their digits
 * otherwise. Numbers with different extensions are different.
 *
 * <p>A national number is read in the region, if there is one. It must be written with the national prefix where its
 * country has one; mobile numbers, and the numbers of countries where all have the same length, are also read without
 * it. Otherwise it could be a local number.
 *
 * <p>The library is loaded when the first number is read.
 */
public final class LibPhoneNumbers implements PhoneNumbers {

    /** Changes with the rules of {@link NumberReader}, so that stored forms are derived again. */
    private static final String RULES = "1";

    private static final Pattern REGION = Pattern.compile("[A-Z]{2}");

    private final @Nullable String region;
    private final NumberReader reader;
    private final FormCache forms = new FormCache();

    private LibPhoneNumbers(@Nullable String region) {
        this.region = region;
        this.reader = new NumberReader(region);
    }

    /** Returns a comparison that reads only numbers that are written internationally. */
    public static LibPhoneNumbers withoutRegion() {
        return new LibPhoneNumbers(null);
    }

    /**
     * Returns a comparison that reads national numbers as numbers of this region.
     *
     * @param region an ISO 3166-1 alpha-2 code such as {@code DE}, ignoring case
     * @throws IllegalArgumentException if libphonenumber does not know the region
     */
    public static LibPhoneNumbers inRegion(String region) {
        String code = region.strip().toUpperCase(Locale.ROOT);
        // Loading the library only for its list of regions would take 60 ms of the start.
        if (!REGION.matcher(code).matches()
                || PhoneNumberUtil.class.getResource("data/PhoneNumberMetadataProto_" + code) == null) {
            throw new IllegalArgumentException("not a region with phone numbers: " + region);
        }
        return new LibPhoneNumbers(code);
    }

    @Override
    public String normalized(String number) {
        @Nullable String known = forms.get(number);
        if (known != null) {
            return known;
        }
        String form = read(number);
        forms.put(number, form);
        return form;
    }

    @Override
    public String normalizedStart(String start) {
        String form = normalized(start);
        return form.startsWith("+") ? form : reader.international(form);
    }

    @Override
    public String version() {
        return "libphonenumber " + Version.OF_LIBRARY + ", rules " + RULES + ", "
                + (region == null ? "no region" : "region " + region);
    }

    private String read(String number) {
        String digits = DIGITS.normalized(number);
        String folded = Folded.of(number).strip();
        boolean international = digits.startsWith("+") || folded.startsWith("tel:");
        if (region == null && !international) {
            return digits;
        }
        @Nullable String form = reader.read(folded);
        if (form == null && digits.startsWith("+") && !folded.startsWith("+")) {
            form = reader.read(digits);
        }
        return form == null ? digits : form;
    }

    /** The version of the library, which is a resource because the runnable jar has no manifests of its parts. */
    private static final class Version {

        static final String OF_LIBRARY = read();

        private static String read() {
            try (InputStream stream = LibPhoneNumbers.class.getResourceAsStream("libphonenumber.properties")) {
                Properties properties = new Properties();
                properties.load(Objects.requireNonNull(stream));
                return properties.getProperty("version");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
