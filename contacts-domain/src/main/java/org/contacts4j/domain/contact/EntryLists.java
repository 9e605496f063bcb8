package org.contacts4j.domain.contact;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.contacts4j.domain.id.MemberId;
import org.contacts4j.domain.id.TagId;
import org.contacts4j.domain.id.TeamId;
import org.contacts4j.domain.validation.Fault;
import org.contacts4j.domain.validation.Faults;
import org.contacts4j.domain.validation.Rule;
import org.contacts4j.domain.validation.Rules;
import org.jspecify.annotations.Nullable;

/** Rules for the list fields of a contact, and the updates that the single-entry views make to these lists. */
final class EntryLists {

    static final int MAX_TAGS = 100;
    private static final int MAX_ASSIGNEES = 100;

    static final Rule<List<Email>> EMAILS = (emails, field, faults) -> {
        List<Email> kept = new ArrayList<>();
        int size = checkedSize(emails, field, faults);
        for (int i = 0; i < size && !faults.isFull(); i++) {
            Faults entry = faults.item(i);
            String address = required(Rules.email(), emails.get(i).address(), field, entry.member("address"));
            kept.add(new Email(address, label(emails.get(i).label(), i, field, entry)));
        }
        return kept;
    };

    static final Rule<List<Phone>> PHONES = (phones, field, faults) -> {
        List<Phone> kept = new ArrayList<>();
        int size = checkedSize(phones, field, faults);
        for (int i = 0; i < size && !faults.isFull(); i++) {
            Faults entry = faults.item(i);
            String number = required(Rules.phone(), phones.get(i).number(), field, entry.member("number"));
            kept.add(new Phone(number, label(phones.get(i).label(), i, field, entry)));
        }
        return kept;
    };

    /** Strips tags and removes duplicates. Of tags that differ only in case, the first spelling is stored. */
    static final Rule<List<String>> TAGS = (tags, field, faults) -> {
        Map<String, String> kept = new LinkedHashMap<>();
        for (int i = 0; i < tags.size() && kept.size() <= MAX_TAGS && !faults.isFull(); i++) {
            String tag = required(Rules.trimmed(), tags.get(i), field, faults.item(i));
            kept.putIfAbsent(TagId.keyOf(tag), tag);
        }
        atMost(MAX_TAGS, kept.size(), field, faults);
        return List.copyOf(kept.values());
    };

    static final Rule<List<TeamId>> TEAMS = assignees(TeamId::value);

    static final Rule<List<MemberId>> ASSIGNEES = assignees(MemberId::value);

    private EntryLists() {}

    private static <T> Rule<List<T>> assignees(Function<T, String> id) {
        return (assignees, field, faults) -> {
            atMost(MAX_ASSIGNEES, assignees.size(), field, faults);
            for (int i = 0; i < assignees.size() && i < MAX_ASSIGNEES; i++) {
                Rules.checkText(id.apply(assignees.get(i)), Rules.TEXT, field, faults.item(i));
            }
            return assignees.stream().limit(MAX_ASSIGNEES).distinct().toList();
        };
    }

    static List<Email> withPrimaryEmail(List<Email> emails, @Nullable String address) {
        return withPrimary(emails, address, Email::address, Email::label, Email::new);
    }

    static List<Phone> withPrimaryPhone(List<Phone> phones, @Nullable String number) {
        return withPrimary(phones, number, Phone::number, Phone::label, Phone::new);
    }

    static List<Email> withEmail(List<Email> emails, String label, @Nullable String address) {
        return withLabelled(emails, label, address, Email::label, Email::new);
    }

    static List<Phone> withPhone(List<Phone> phones, String label, @Nullable String number) {
        return withLabelled(phones, label, number, Phone::label, Phone::new);
    }

    /** Replaces the first entry with this label, or appends one. A null value removes every entry with the label. */
    private static <E> List<E> withLabelled(
            List<E> entries,
            String label,
            @Nullable String value,
            Function<E, String> labelOf,
            BiFunction<String, String, E> entry) {
        List<E> changed = new ArrayList<>(entries);
        if (value == null) {
            changed.removeIf(e -> labelOf.apply(e).equalsIgnoreCase(label));
            return changed;
        }
        int at = 0;
        while (at < changed.size() && !labelOf.apply(changed.get(at)).equalsIgnoreCase(label)) {
            at++;
        }
        if (at < changed.size()) {
            changed.set(at, entry.apply(value, labelOf.apply(changed.get(at))));
        } else {
            changed.add(entry.apply(value, label));
        }
        return changed;
    }

    /**
     * Makes {@code value} the first entry. It replaces the previous first entry only if that entry is labeled primary,
     * so setting {@code phone} never loses a work number. If the value is already in the list, the previous primary
     * entry becomes a secondary one. A null value removes the first entry if it is labeled primary. Idempotent.
     */
    private static <E> List<E> withPrimary(
            List<E> entries,
            @Nullable String value,
            Function<E, String> valueOf,
            Function<E, String> labelOf,
            BiFunction<String, String, E> entry) {
        if (value != null && !entries.isEmpty() && valueOf.apply(entries.get(0)).equals(value)) {
            return entries;
        }
        List<E> changed = new ArrayList<>(entries);
        boolean isPrimaryFirst = !changed.isEmpty() && Contact.PRIMARY.equalsIgnoreCase(labelOf.apply(changed.get(0)));
        @Nullable E former = isPrimaryFirst ? changed.remove(0) : null;
        if (value == null) {
            return changed;
        }
        boolean wasInTheList = changed.stream().anyMatch(e -> valueOf.apply(e).equals(value));
        changed.removeIf(e -> valueOf.apply(e).equals(value) && Contact.SECONDARY.equalsIgnoreCase(labelOf.apply(e)));
        if (former != null && wasInTheList) {
            changed.add(0, entry.apply(valueOf.apply(former), Contact.SECONDARY));
        }
        changed.add(0, entry.apply(value, Contact.PRIMARY));
        return changed;
    }

    /** Returns the number of entries to inspect. Adds a validation error if there are more. */
    private static int checkedSize(List<?> entries, String field, Faults faults) {
        atMost(Communication.MAX_ENTRIES, entries.size(), field, faults);
        return Math.min(entries.size(), Communication.MAX_ENTRIES);
    }

    private static String label(String label, int index, String field, Faults entry) {
        @Nullable String kept = Rules.trimmed().check(label, field, entry.member("label"));
        return kept != null ? kept : index == 0 ? Contact.PRIMARY : Contact.SECONDARY;
    }

    private static String required(Rule<String> rule, String value, String field, Faults faults) {
        @Nullable String kept = rule.check(value, field, faults);
        if (kept == null) {
            faults.add(field, Fault.Kind.MISSING, "must not be blank");
            return "";
        }
        return kept;
    }

    private static void atMost(int max, int size, String field, Faults faults) {
        if (size > max) {
            faults.add(field, "must not be more than " + max);
        }
    }
}
