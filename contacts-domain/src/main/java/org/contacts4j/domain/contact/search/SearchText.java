package org.contacts4j.domain.contact.search;

import java.util.List;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import org.contacts4j.domain.Folded;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.Phone;
import org.jspecify.annotations.Nullable;

/**
 * The searchable text of a contact: company, then name, local name, e-mail addresses, and phone numbers both as
 * received and as digits. All parts are {@linkplain Folded folded}. The text is stored with the contact, so that one
 * index serves every search.
 */
public final class SearchText {

    /** The separator after the company name, used nowhere else. A rename of the company replaces the text before it. */
    public static final char COMPANY_SEPARATOR = '\u001f';

    /** The minimum number of digits of a search term that is treated as part of a phone number. */
    private static final int MIN_DIGITS = 3;

    private static final Pattern PHONE = Pattern.compile("[+(]?\\d[\\d ()./-]*");

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

    /** Returns the prefix of the search texts of all contacts of this company. */
    public static String ofCompany(@Nullable String companyName) {
        return (companyName == null ? "" : part(companyName)) + COMPANY_SEPARATOR;
    }

    /** Returns the contact's company name in its search form; empty if there is none. */
    public static String companyOf(Contact contact) {
        @Nullable String company = contact.job().companyName();
        return company == null ? "" : part(company);
    }

    /**
     * Returns the substrings to search for: the words and, if they look like part of a phone number, its digits. A
     * search text that contains any of them matches.
     */
    public static List<String> searchTerms(String words) {
        String asTyped = part(words.strip());
        String digits = PHONE.matcher(asTyped).matches() ? new Phone(asTyped, "").normalized() : "";
        return digits.length() < MIN_DIGITS || digits.equals(asTyped) ? List.of(asTyped) : List.of(asTyped, digits);
    }

    /** Returns whether the contact matches these words. The reference semantics for every store. */
    public static boolean matches(Contact contact, String words) {
        String text = of(contact);
        return searchTerms(words).stream().anyMatch(text::contains);
    }

    private static void addPart(StringJoiner parts, @Nullable String text) {
        if (text != null) {
            parts.add(part(text));
        }
    }

    private static String part(String text) {
        return Folded.withoutSeparators(text);
    }
}
