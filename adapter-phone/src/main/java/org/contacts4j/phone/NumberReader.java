package org.contacts4j.phone;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber.CountryCodeSource;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads folded texts as phone numbers. A text that may mean something else, such as two numbers, is not read.
 *
 * @param region the region of national numbers; null if there is none
 */
record NumberReader(@Nullable String region) {

    private static final int MAX_LENGTH = 100;

    /** A region that no number belongs to. */
    private static final String NOWHERE = "ZZ";

    private static final int NORTH_AMERICA = 1;

    /** The kinds of numbers outside North America that are advertised with letters. */
    private static final Set<PhoneNumberType> VANITY = EnumSet.of(
            PhoneNumberType.TOLL_FREE, PhoneNumberType.SHARED_COST, PhoneNumberType.PREMIUM_RATE, PhoneNumberType.UAN);

    /**
     * Returns the international form, such as {@code +49301234567} or {@code +49301234567;ext=5}; null if the text
     * cannot be read.
     */
    @Nullable
    String read(String folded) {
        if (folded.length() > MAX_LENGTH || folded.indexOf('*') >= 0) {
            return null;
        }
        int from = folded.startsWith("tel:") ? 0 : firstDialed(folded);
        String text = folded.substring(from);
        int end = text.startsWith("tel:") ? text.length() : endOfNumber(text);
        if (end == text.length()) {
            return form(number(text));
        }
        @Nullable PhoneNumber number = number(text.substring(0, end));
        String rest = text.substring(end);
        if (number != null && rest.chars().noneMatch(NumberReader::isDigit)) {
            return form(number); // followed by a note
        }
        @Nullable PhoneNumber whole = parsed(text);
        if (whole != null && number != null && whole.hasExtension() && isSameSubscriber(whole, number)) {
            return form(whole);
        }
        return whole != null && isVanity(text, whole) ? form(whole) : null;
    }

    /**
     * Returns the international form of digits that begin a number. They are returned unchanged unless they begin with
     * the national prefix.
     */
    String international(String digits) {
        String prefix = prefix();
        return prefix.isEmpty() || !digits.startsWith(prefix) || digits.length() == prefix.length()
                ? digits
                : "+" + util().getCountryCodeForRegion(Objects.requireNonNull(region))
                        + digits.substring(prefix.length());
    }

    private @Nullable PhoneNumber number(String text) {
        @Nullable PhoneNumber number = parsed(text);
        return number != null && isComplete(text, number) ? number : null;
    }

    private @Nullable PhoneNumber parsed(String text) {
        try {
            PhoneNumber number = util().parseAndKeepRawInput(text, region == null ? NOWHERE : region);
            return util().isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE
                            && nationalOf(number).chars().distinct().count() > 1
                    ? number
                    : null;
        } catch (NumberParseException e) {
            return null;
        }
    }

    /** Returns whether the text is a complete number, rather than a local one without its area code. */
    private boolean isComplete(String text, PhoneNumber number) {
        return switch (number.getCountryCodeSource()) {
            case FROM_NUMBER_WITH_PLUS_SIGN, FROM_NUMBER_WITH_IDD -> true;
            case FROM_NUMBER_WITHOUT_PLUS_SIGN -> util().isValidNumber(number) || hasPrefix(digits(text), number);
            default -> {
                String typed = digits(text);
                yield hasPrefix(typed, number) || isWrittenSo(typed, number) || isReadWithoutPrefix(number);
            }
        };
    }

    private boolean hasPrefix(String typed, PhoneNumber number) {
        return !prefix().isEmpty() && typed.equals(prefix() + nationalOf(number));
    }

    /** Returns whether the digits are those of the national notation. Without a pattern for it, the library has none. */
    private static boolean isWrittenSo(String typed, PhoneNumber number) {
        String written = util().format(number, PhoneNumberFormat.NATIONAL);
        return typed.equals(digits(written)) && (!written.equals(typed) || util().isValidNumber(number));
    }

    private static boolean isReadWithoutPrefix(PhoneNumber number) {
        PhoneNumberType type = util().getNumberType(number);
        return type == PhoneNumberType.MOBILE || (type != PhoneNumberType.UNKNOWN && hasFixedLength(number));
    }

    /** Returns whether no number of the country is one digit shorter or longer. */
    private static boolean hasFixedLength(PhoneNumber number) {
        long national = number.getNationalNumber();
        return !isPossible(number, national / 10) && !isPossible(number, national * 10);
    }

    private static boolean isPossible(PhoneNumber like, long national) {
        return util().isPossibleNumberWithReason(
                                new PhoneNumber().mergeFrom(like).setNationalNumber(national))
                == ValidationResult.IS_POSSIBLE;
    }

    private boolean isVanity(String text, PhoneNumber number) {
        return text.chars().anyMatch(c -> c >= 'a' && c <= 'z')
                && util().isValidNumber(number)
                && (number.getCountryCode() == NORTH_AMERICA
                        || (VANITY.contains(util().getNumberType(number))
                                && isDialedFromAbroadOrWithPrefix(text, number)));
    }

    private boolean isDialedFromAbroadOrWithPrefix(String text, PhoneNumber number) {
        return number.getCountryCodeSource() != CountryCodeSource.FROM_DEFAULT_COUNTRY
                || digits(text).startsWith(prefix());
    }

    private static boolean isSameSubscriber(PhoneNumber number, PhoneNumber other) {
        return number.getCountryCode() == other.getCountryCode()
                && nationalOf(number).equals(nationalOf(other));
    }

    private static @Nullable String form(@Nullable PhoneNumber number) {
        if (number == null) {
            return null;
        }
        String form = "+" + number.getCountryCode() + nationalOf(number);
        return number.hasExtension() ? form + ";ext=" + number.getExtension() : form;
    }

    private static String nationalOf(PhoneNumber number) {
        return util().getNationalSignificantNumber(number);
    }

    /** Returns the digits before national numbers; empty if there are none, or no region. */
    private String prefix() {
        @Nullable String prefix = region == null ? null : util().getNddPrefixForRegion(region, true);
        return prefix == null ? "" : prefix;
    }

    /** Returns the position after words before the number, such as "Tel.". */
    private static int firstDialed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isDigit(text.charAt(i)) || text.charAt(i) == '+') {
                return i;
            }
        }
        return text.length();
    }

    /** Returns the position of the first character that may begin an extension, a note or another number. */
    private static int endOfNumber(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLetter(c) || c == '#' || c == ',' || c == ';') {
                return i;
            }
        }
        return text.length();
    }

    private static String digits(String text) {
        return text.chars()
                .filter(NumberReader::isDigit)
                .collect(StringBuilder::new, (all, c) -> all.append((char) c), StringBuilder::append)
                .toString();
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static PhoneNumberUtil util() {
        return Library.UTIL;
    }

    private static final class Library {
        static final PhoneNumberUtil UTIL = PhoneNumberUtil.getInstance();
    }
}
