package org.contacts4j.domain.contact.search;

import java.util.List;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.contacts4j.domain.Folded;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.PhoneNumbers;
import org.jspecify.annotations.Nullable;

/**
 * The searchable text of a contact: company, then full name, first, last, display and local name unless the full name
 * contains them, e-mail addresses, and phone numbers both as received and as {@link PhoneNumbers} normalizes them. All parts are {@linkplain Folded folded}. The text is stored with the contact, so that one
 * index serves every search.
 */
public final class SearchText {

    /** The separator after the company name, used nowhere else. A rename of the company replaces the text before it. */
    public static final char COMPANY_SEPARATOR = '\u001f';

    private static final Pattern SPACES = Pattern.compile("\\s+");

    private SearchText() {}

    public static String of(Contact contact, PhoneNumbers numbers) {
        return ofCompany(contact.job().companyName()) + withoutCompany(contact, numbers);
    }

    /** Returns the search text of a contact after {@link #COMPANY_SEPARATOR}. */
    public static String withoutCompany(Contact contact, PhoneNumbers numbers) {
        StringJoiner own = new StringJoiner("\n");
        String name = part(contact.name().full());
        own.add(name);
        addName(own, name, contact.name().first());
        addName(own, name, contact.name().last());
        addName(own, name, contact.name().display());
        addName(own, name, contact.name().local());
        contact.communication().emails().forEach(email -> own.add(part(email.address())));
        contact.communication().phones().forEach(phone -> {
            own.add(part(phone.number()));
            own.add(numbers.normalized(phone.number()));
        });
        return own.toString();
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
     * Splits a search into its words. A contact matches when its search text contains each word, in any order. A search
     * that looks like part of a phone number is one word.
     */
    public static List<SearchWord> words(String search, PhoneNumbers numbers) {
        String folded = SPACES.matcher(part(search)).replaceAll(" ").strip();
        Stream<String> words = PhoneTerm.matches(folded)
                ? Stream.of(folded)
                : Stream.of(folded.split(" ")).distinct();
        return words.map(word -> new SearchWord(shortest(PhoneTerm.forms(word, numbers))))
                .toList();
    }

    /** Leaves out the forms that contain another one. They find nothing more. */
    private static List<String> shortest(List<String> forms) {
        return forms.stream()
                .filter(form -> forms.stream().noneMatch(other -> !other.equals(form) && form.contains(other)))
                .toList();
    }

    /** Returns whether the contact matches this search. The reference semantics for every store. */
    public static boolean matches(Contact contact, String search, PhoneNumbers numbers) {
        String text = of(contact, numbers);
        return words(search, numbers).stream().allMatch(word -> word.isIn(text));
    }

    private static void addName(StringJoiner parts, String fullName, @Nullable String name) {
        String part = name == null ? "" : part(name);
        if (!fullName.contains(part)) {
            parts.add(part);
        }
    }

    private static String part(String text) {
        return Folded.withoutSeparators(text);
    }
}
