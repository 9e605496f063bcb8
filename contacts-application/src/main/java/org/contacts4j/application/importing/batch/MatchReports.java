package org.contacts4j.application.importing.batch;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.contacts4j.application.importing.matching.MatchCandidate;
import org.contacts4j.domain.Folded;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.contact.PhoneNumbers;
import org.contacts4j.domain.contact.search.MatchKeys;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.validation.Fault;
import org.jspecify.annotations.Nullable;

/** What is reported about the contacts that a row matches: that there are several, or that one has another name. */
final class MatchReports {

    private static final int LISTED = 3;

    private MatchReports() {}

    /**
     * Returns the report about a row that matches several contacts.
     *
     * @param effect what happens to the row, such as {@code the row was skipped; }
     */
    static Fault ambiguous(List<ContactId> matches, String effect) {
        String ids = matches.stream().limit(LISTED).map(ContactId::toString).collect(Collectors.joining(", "));
        return new Fault(
                "row",
                "matches " + matches.size() + " contacts: " + ids + (matches.size() > LISTED ? " ..." : "") + "; "
                        + effect + "send the id of one with matchBy=id");
    }

    /** Returns a warning if the row is skipped although it names another person than the contact. */
    static Optional<Fault> skipped(PreparedRow row, MatchCandidate contact, PhoneNumbers numbers) {
        return row.isNamed()
                        && row.prepared() != null
                        && differ(contact, row.prepared().known().name(), numbers)
                ? Optional.of(name("is", contact, "the row was skipped"))
                : Optional.empty();
    }

    /** Returns a warning if an update gives the contact another name. */
    static Optional<Fault> renamed(MatchCandidate before, MatchCandidate after, PhoneNumbers numbers) {
        return differ(before, after.name(), numbers)
                ? Optional.of(name("was", before, "the row renamed it"))
                : Optional.empty();
    }

    /** Returns the warning about a row of a dry run that matches an earlier row with another name. */
    static Fault otherThanEarlier() {
        return new Fault(ContactField.NAME.name(), "differs from the name in the earlier row that the row matches");
    }

    /** Returns a hash of the name, independent of case, accents and the order of words. */
    static int hash(String name) {
        return words(name).hashCode();
    }

    private static Fault name(String verb, MatchCandidate contact, String effect) {
        return new Fault(
                ContactField.NAME.name(),
                verb + " \"" + contact.name() + "\" in the contact " + contact.id() + " that the row matches; "
                        + effect);
    }

    /** Returns whether the contact has a name of its own, and not this one. */
    private static boolean differ(MatchCandidate contact, String name, PhoneNumbers numbers) {
        return !contact.name().equals(name)
                && !isNamedByAddress(contact, numbers)
                && !words(contact.name()).equals(words(name));
    }

    /** Returns whether the contact had no name when it was created, and is named by its e-mail or phone instead. */
    private static boolean isNamedByAddress(MatchCandidate contact, PhoneNumbers numbers) {
        @Nullable String phone = MatchKeys.ofPhone(contact.name(), numbers);
        return contact.matchKeys().contains(MatchKeys.ofEmail(contact.name()))
                || (phone != null && contact.matchKeys().contains(phone));
    }

    private static List<String> words(String name) {
        return Arrays.stream(Folded.of(name).split("[^\\p{L}\\p{M}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .sorted()
                .toList();
    }
}
