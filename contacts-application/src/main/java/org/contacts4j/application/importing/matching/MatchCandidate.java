package org.contacts4j.application.importing.matching;

import java.util.List;
import java.util.Objects;
import org.contacts4j.domain.Folded;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.PhoneNumbers;
import org.contacts4j.domain.contact.search.MatchKeys;
import org.contacts4j.domain.contact.search.SearchText;
import org.contacts4j.domain.id.CompanyId;
import org.contacts4j.domain.id.ContactId;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a contact that matching needs.
 *
 * @param matchKeys the keys that {@link MatchKeys} computes
 * @param companyId the linked company; null if there is none
 * @param company the name of the company, as {@link SearchText#companyOf} returns it; empty if it is unknown
 */
public record MatchCandidate(
        ContactId id,
        String name,
        @Nullable String code,
        List<String> matchKeys,
        @Nullable CompanyId companyId,
        String company) {

    public static MatchCandidate of(Contact contact, PhoneNumbers numbers) {
        return new MatchCandidate(
                contact.id(),
                contact.name().full(),
                contact.code(),
                MatchKeys.of(contact, numbers),
                contact.job().companyId(),
                SearchText.companyOf(contact));
    }

    /** Returns the name in the form in which names are compared. */
    public String sortKey() {
        return Folded.sortKey(name);
    }

    /** Returns whether the contact has only a name, and perhaps a company, to match by. */
    public boolean hasNameOnly() {
        return code == null && matchKeys.isEmpty();
    }

    /** Returns whether both name the same company, or neither names one. */
    public boolean hasSameCompany(MatchCandidate other) {
        return areLinked(other) ? Objects.equals(companyId, other.companyId) : company.equals(other.company);
    }

    /** Returns whether both name a company, and not the same one. */
    public boolean hasOtherCompany(MatchCandidate other) {
        boolean known = areLinked(other) || !(company.isEmpty() || other.company.isEmpty());
        return known && !hasSameCompany(other);
    }

    private boolean areLinked(MatchCandidate other) {
        return companyId != null && other.companyId != null;
    }
}
