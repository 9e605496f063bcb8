package org.contacts4j.domain.contact.search;

import java.net.IDN;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.contacts4j.domain.UnicodeText;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.Email;
import org.contacts4j.domain.contact.Phone;
import org.contacts4j.domain.contact.PhoneNumbers;
import org.jspecify.annotations.Nullable;

/**
 * The keys that match a received contact to a stored one: every e-mail address, ignoring case, and every
 * {@linkplain PhoneNumbers normalized} phone number. They are stored with the contact, so that one index finds it
 * by any key. Accents are significant, because they distinguish mailboxes.
 */
public final class MatchKeys {

    private static final String EMAIL = "e:";
    private static final String PHONE = "p:";

    /** The length of the shortest subscriber numbers. */
    private static final int MIN_DIGITS = 5;

    /** The length of the longest country codes. */
    private static final int COUNTRY_DIGITS = 3;

    private MatchKeys() {}

    /** Returns the keys of a contact, without duplicates: e-mail keys in list order, then phone keys. */
    public static List<String> of(Contact contact, PhoneNumbers numbers) {
        Set<String> keys = new LinkedHashSet<>();
        for (Email email : contact.communication().emails()) {
            keys.add(ofEmail(email.address()));
        }
        for (Phone phone : contact.communication().phones()) {
            @Nullable String key = ofPhone(phone.number(), numbers);
            if (key != null) {
                keys.add(key);
            }
        }
        return List.copyOf(keys);
    }

    /** Returns the e-mail addresses of a contact by key. */
    public static Map<String, String> ofEmails(Contact contact) {
        Map<String, String> keys = new LinkedHashMap<>();
        contact.communication().emails().forEach(email -> keys.putIfAbsent(ofEmail(email.address()), email.address()));
        return keys;
    }

    /** Returns the key of an e-mail address. An internationalized domain has the key of its ASCII form (RFC 5890). */
    public static String ofEmail(String address) {
        String lowerCase = UnicodeText.withoutInvisible(address).toLowerCase(Locale.ROOT);
        int at = lowerCase.lastIndexOf('@') + 1;
        return EMAIL + lowerCase.substring(0, at) + asciiDomain(lowerCase.substring(at));
    }

    private static String asciiDomain(String domain) {
        try {
            return domain.chars().allMatch(c -> c < 0x80) ? domain : IDN.toASCII(domain, IDN.ALLOW_UNASSIGNED);
        } catch (IllegalArgumentException e) {
            return domain;
        }
    }

    /**
     * Returns the key of a phone number; null if the number cannot tell people apart: it has fewer than
     * {@value #MIN_DIGITS} digits, or all of them are equal, perhaps after a country code.
     */
    public static @Nullable String ofPhone(String number, PhoneNumbers numbers) {
        String normalized = numbers.normalized(number);
        boolean international = normalized.startsWith("+");
        String digits = international ? normalized.substring(1) : normalized;
        return digits.length() < MIN_DIGITS || endsInEqualDigits(digits, international ? COUNTRY_DIGITS : 0)
                ? null
                : PHONE + normalized;
    }

    private static boolean endsInEqualDigits(String digits, int skipped) {
        return digits.chars().skip(skipped).distinct().count() <= 1;
    }

    /**
     * Returns the key under another way to compare numbers, as far as the key tells; null for an e-mail key, or if the
     * number is no key any more.
     */
    public static @Nullable String ofPhoneKey(String key, PhoneNumbers numbers) {
        return isPhone(key) ? ofPhone(key.substring(PHONE.length()), numbers) : null;
    }

    /** Returns whether the key is a phone key; otherwise it is an e-mail key. */
    public static boolean isPhone(String key) {
        return key.startsWith(PHONE);
    }
}
