package org.contacts4j.domain.contact;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The means of communication with a contact (RFC 6350 section 6.4).
 *
 * @param emails in order; the first one is primary
 * @param phones in order; the first one is primary
 * @param language the preferred language, as free text
 * @param doNotContact whether the person asked not to be contacted
 */
public record Communication(
        List<Email> emails,
        List<Phone> phones,
        @Nullable String website,
        @Nullable ContactMethod preferredMethod,
        @Nullable String language,
        boolean doNotContact) {

    /** The maximum number of e-mail addresses, and of phone numbers, of a contact. */
    public static final int MAX_ENTRIES = 50;

    public Communication {
        emails = List.copyOf(emails);
        phones = List.copyOf(phones);
    }

    /** Returns the first e-mail address with this label (ignoring case), or null if there is none. */
    @Nullable
    String email(String label) {
        for (Email email : emails) {
            if (email.label().equalsIgnoreCase(label)) {
                return email.address();
            }
        }
        return null;
    }

    /** Returns the first phone number with this label (ignoring case), or null if there is none. */
    @Nullable
    String phone(String label) {
        for (Phone phone : phones) {
            if (phone.label().equalsIgnoreCase(label)) {
                return phone.number();
            }
        }
        return null;
    }
}
