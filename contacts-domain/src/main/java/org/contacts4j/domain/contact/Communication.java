package org.contacts4j.domain.contact;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a person is reached, and whether they want to be (RFC 6350 section 6.4).
 *
 * @param emails in order; the first is the primary one
 * @param phones in order; the first is the primary one
 * @param language the language to write in, as the sender names it
 * @param doNotContact the person asked to be left alone
 */
public record Communication(
        List<Email> emails,
        List<Phone> phones,
        @Nullable String website,
        @Nullable ContactMethod preferredMethod,
        @Nullable String language,
        boolean doNotContact) {

    /** The most e-mails, and the most phones, a contact has. */
    public static final int MAX_ENTRIES = 50;

    public Communication {
        emails = List.copyOf(emails);
        phones = List.copyOf(phones);
    }
}
