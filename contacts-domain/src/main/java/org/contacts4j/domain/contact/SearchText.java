package org.contacts4j.domain.contact;

import java.util.List;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import org.contacts4j.domain.Folded;
import org.jspecify.annotations.Nullable;

/**
 * The text that a contact is searched in: company, then name, local name, e-mails, and phones both as typed and as
 * digits; all {@linkplain Folded folded}. Kept beside the contact, so that one index serves every search.
 */
public final class SearchText {

    /** Stands behind the company's name, which changes when the company is renamed; nowhere else. */
    public static final char AFTER_COMPANY = '\u001f';

    /** Fewer digits than this are not taken for a part of a phone number. */
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

    /** The beginning of the search text of everybody at this company. */
    public static String ofCompany(@Nullable String companyName) {
        return (companyName == null ? "" : part(companyName)) + AFTER_COMPANY;
    }

    /** The contact's company as it is searched and compared; empty when there is none. */
    public static String companyOf(Contact contact) {
        @Nullable String company = contact.job().companyName();
        return company == null ? "" : part(company);
    }

    /**
     * What to look for in search texts to find {@code words}: the words, and if they are part of a phone number, its
     * digits, however it is set. Any of these will do.
     */
    public static List<String> needles(String words) {
        String asTyped = part(words.strip());
        String digits = PHONE.matcher(asTyped).matches() ? new Phone(asTyped, "").normalized() : "";
        return digits.length() < MIN_DIGITS || digits.equals(asTyped) ? List.of(asTyped) : List.of(asTyped, digits);
    }

    /** Whether the contact is found by these words: what every store must answer alike. */
    public static boolean matches(Contact contact, String words) {
        String text = of(contact);
        return needles(words).stream().anyMatch(text::contains);
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
