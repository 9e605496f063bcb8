package org.contacts4j.domain.contact.search;

import java.util.List;

/**
 * A word of a search.
 *
 * @param forms the word in {@linkplain org.contacts4j.domain.Folded folded} form, and the forms of a phone number that it may
 *     be part of; a text that contains any of them contains the word
 */
public record SearchWord(List<String> forms) {

    public SearchWord {
        forms = List.copyOf(forms);
    }

    /** Returns whether a search text contains this word. */
    public boolean isIn(String searchText) {
        return forms.stream().anyMatch(searchText::contains);
    }
}
