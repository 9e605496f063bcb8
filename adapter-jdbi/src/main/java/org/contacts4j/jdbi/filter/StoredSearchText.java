package org.contacts4j.jdbi.filter;

import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.PhoneNumbers;
import org.contacts4j.domain.contact.search.SearchText;
import org.contacts4j.jdbi.sql.EastAsianLetters;
import org.jspecify.annotations.Nullable;

/**
 * The value of the column {@code search_text}: the {@link SearchText} of a contact with the {@link EastAsianLetters} of its
 * company and those of the contact itself. The first part depends on the company alone, and a rename of the company replaces
 * it.
 */
public final class StoredSearchText {

    /** The end of the part of the company, used nowhere else. */
    public static final char COMPANY_END = '\u001e';

    private StoredSearchText() {}

    /** Returns the value for a contact. */
    public static String of(Contact contact, PhoneNumbers numbers) {
        return ofCompany(contact.job().companyName()) + withoutCompany(contact, numbers);
    }

    /** Returns the part before {@link #COMPANY_END}, and that character. */
    public static String ofCompany(@Nullable String companyName) {
        return EastAsianLetters.withEntries(SearchText.ofCompany(companyName)) + COMPANY_END;
    }

    /** Returns the part after {@link #COMPANY_END}. */
    public static String withoutCompany(Contact contact, PhoneNumbers numbers) {
        return EastAsianLetters.withEntries(SearchText.withoutCompany(contact, numbers));
    }
}
