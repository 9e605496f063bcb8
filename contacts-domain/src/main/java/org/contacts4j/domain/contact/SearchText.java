package org.contacts4j.domain.contact;

import java.util.StringJoiner;
import org.contacts4j.domain.Folded;
import org.jspecify.annotations.Nullable;

/**
 * The text that a contact is searched in: company, then name, local name, e-mails, and phones both as typed and as
 * digits; all {@linkplain Folded folded}. Kept beside the contact, so that one index serves every search.
 */
public final class SearchText {

    /** Stands behind the company's name, which changes when the company is renamed; nowhere else. */
    public static final char AFTER_COMPANY = '\u001f';

    private SearchText() {}

    public static String of(Contact contact) {
        StringJoiner own = new StringJoiner("\n");
        own.add(part(contact.name().full()));
        addPart(own, contact.name().local());
        contact.communication().emails().forEach(email -> own.add(part(email.address())));
        contact.communication().phones().forEach(phone -> {
            own.add(part(phone.number()));
            own.add(phone.normalized());
        });
        return ofCompany(contact.job().companyName()) + own;
    }

    /** The beginning of the search text of everybody at this company. */
    public static String ofCompany(@Nullable String companyName) {
        return (companyName == null ? "" : part(companyName)) + AFTER_COMPANY;
    }

    /** What to look for in search texts to find {@code words}. */
    public static String needle(String words) {
        return part(words.strip());
    }

    private static void addPart(StringJoiner parts, @Nullable String text) {
        if (text != null) {
            parts.add(part(text));
        }
    }

    private static String part(String text) {
        return Folded.of(text).replace(AFTER_COMPANY, ' ');
    }
}
