package org.contacts4j.domain.contact;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.contacts4j.domain.Faults;
import org.contacts4j.domain.Rule;
import org.contacts4j.domain.Rules;
import org.jspecify.annotations.Nullable;

/** The lists of a contact: what their entries must be, and how the single fields that are views on them write to them. */
final class Entries {

    static final int MAX_TAGS = 100;
    private static final int MAX_ASSIGNEES = 100;
    private static final String PRIMARY = "primary";
    private static final String SECONDARY = "secondary";

    static final Rule<List<Email>> EMAILS = (emails, field, faults) -> {
        List<Email> kept = new ArrayList<>();
        for (int i = 0; i < emails.size(); i++) {
            String entry = field + "[" + i + "]";
            String address = required(Rules.email(), emails.get(i).address(), entry + ".address", faults);
            kept.add(new Email(address, label(emails.get(i).label(), i, entry, faults)));
        }
        return kept;
    };

    static final Rule<List<Phone>> PHONES = (phones, field, faults) -> {
        List<Phone> kept = new ArrayList<>();
        for (int i = 0; i < phones.size(); i++) {
            String entry = field + "[" + i + "]";
            String number = required(Rules.trimmed(), phones.get(i).number(), entry + ".number", faults);
            kept.add(new Phone(number, label(phones.get(i).label(), i, entry, faults)));
        }
        return kept;
    };

    /** Trimmed and without repetition; of tags that differ by case alone, the first spelling stays. */
    static final Rule<List<String>> TAGS = (tags, field, faults) -> {
        Map<String, String> kept = new LinkedHashMap<>();
        for (int i = 0; i < tags.size(); i++) {
            String tag = required(Rules.trimmed(), tags.get(i), field + "[" + i + "]", faults);
            kept.putIfAbsent(tag.toLowerCase(Locale.ROOT), tag);
        }
        atMost(MAX_TAGS, kept.size(), field, faults);
        return List.copyOf(kept.values());
    };

    static final Rule<List<String>> TEAMS = (teams, field, faults) -> {
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < teams.size(); i++) {
            kept.add(required(Rules.trimmed(), teams.get(i), field + "[" + i + "]", faults));
        }
        atMost(MAX_ASSIGNEES, kept.size(), field, faults);
        return kept.stream().distinct().toList();
    };

    private Entries() {}

    static List<Email> withPrimaryEmail(List<Email> emails, @Nullable String address) {
        return withPrimary(
                emails,
                address == null ? null : new Email(address, PRIMARY),
                Email::label,
                email -> email.address().equals(address));
    }

    static List<Phone> withPrimaryPhone(List<Phone> phones, @Nullable String number) {
        return withPrimary(
                phones,
                number == null ? null : new Phone(number, PRIMARY),
                Phone::label,
                phone -> phone.number().equals(number));
    }

    /** Replaces the first phone with this label, adds one, or takes it away. */
    static List<Phone> withPhone(List<Phone> phones, String label, @Nullable String number) {
        List<Phone> changed = new ArrayList<>(phones);
        int at = 0;
        while (at < changed.size() && !changed.get(at).label().equalsIgnoreCase(label)) {
            at++;
        }
        if (at < changed.size()) {
            changed.remove(at);
        }
        if (number != null) {
            changed.add(at, new Phone(number, label));
        }
        return changed;
    }

    /**
     * Puts an entry first. It replaces the one before only where that was labelled primary, so that setting
     * {@code phone} never loses a work number; an entry that is in the list already moves up. Null takes the first away.
     */
    private static <E> List<E> withPrimary(
            List<E> entries, @Nullable E primary, Function<E, String> label, Predicate<E> same) {
        if (primary != null && !entries.isEmpty() && same.test(entries.get(0))) {
            return entries;
        }
        List<E> changed = new ArrayList<>(entries);
        if (primary == null) {
            if (!changed.isEmpty()) {
                changed.remove(0);
            }
            return changed;
        }
        E moved = changed.stream().filter(same).findFirst().orElse(primary);
        if (moved != primary) {
            changed.remove(moved);
        } else if (!changed.isEmpty() && label.apply(changed.get(0)).equalsIgnoreCase(PRIMARY)) {
            changed.remove(0);
        }
        changed.add(0, moved);
        return changed;
    }

    private static String label(String label, int index, String entry, Faults faults) {
        @Nullable String kept = Rules.trimmed().check(label, entry + ".label", faults);
        return kept != null ? kept : index == 0 ? PRIMARY : SECONDARY;
    }

    private static String required(Rule<String> rule, String value, String field, Faults faults) {
        @Nullable String kept = rule.check(value, field, faults);
        if (kept == null) {
            faults.add(field, "must not be blank");
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
