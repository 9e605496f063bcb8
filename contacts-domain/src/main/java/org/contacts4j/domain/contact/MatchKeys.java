package org.contacts4j.domain.contact;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * By what a contact is recognised when it comes again: every e-mail address without regard to case, and every phone
 * number {@linkplain Phone#normalized() normalised}. Kept beside the contact, so that one index finds it by any of them.
 * Accents count: they tell mailboxes apart.
 */
public final class MatchKeys {

    private static final String EMAIL = "e:";
    private static final String PHONE = "p:";

    private MatchKeys() {}

    /** The keys of a contact, without repetition; e-mails first, in their order, then phones. */
    public static List<String> of(Contact contact) {
        Set<String> keys = new LinkedHashSet<>();
        for (Email email : contact.communication().emails()) {
            keys.add(ofEmail(email.address()));
        }
        for (Phone phone : contact.communication().phones()) {
            @Nullable String key = ofPhone(phone.number());
            if (key != null) {
                keys.add(key);
            }
        }
        return List.copyOf(keys);
    }

    /** The keys of a contact's e-mails, and the address of each. */
    public static Map<String, String> ofEmails(Contact contact) {
        Map<String, String> keys = new LinkedHashMap<>();
        contact.communication().emails().forEach(email -> keys.putIfAbsent(ofEmail(email.address()), email.address()));
        return keys;
    }

    /** The key of an address as it was typed. */
    public static String ofEmail(String address) {
        return EMAIL + address.strip().toLowerCase(Locale.ROOT);
    }

    /** The key of a number as it was typed; null when there is no digit in it. */
    public static @Nullable String ofPhone(String number) {
        String normalized = new Phone(number, "").normalized();
        return normalized.isEmpty() || normalized.equals("+") ? null : PHONE + normalized;
    }

    /** Whether the key is that of a phone number; else it is that of an e-mail address. */
    public static boolean isPhone(String key) {
        return key.startsWith(PHONE);
    }
}
