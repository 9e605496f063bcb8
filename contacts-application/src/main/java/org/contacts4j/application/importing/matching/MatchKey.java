package org.contacts4j.application.importing.matching;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.contacts4j.domain.contact.search.MatchKeys;

/** A kind of match key. Two contacts with an equal key are treated as the same person. */
public enum MatchKey {
    EMAIL {
        @Override
        public List<String> of(MatchCandidate contact) {
            return keys(contact, false);
        }
    },
    CODE {
        @Override
        public List<String> of(MatchCandidate contact) {
            return contact.code() == null ? List.of() : List.of(codeKey(contact.code()));
        }
    },
    /** Several people may share a phone. Without an e-mail, the name must therefore match too. */
    PHONE_AND_NAME {
        @Override
        public List<String> of(MatchCandidate contact) {
            List<String> phones = PHONE.of(contact);
            String name = phones.isEmpty() ? "" : contact.sortKey();
            return phones.stream().map(key -> "n" + key + "\n" + name).toList();
        }
    },
    /** Only for contacts that have nothing but a name. */
    NAME {
        @Override
        public List<String> of(MatchCandidate contact) {
            return contact.hasNameOnly() ? List.of("n:" + contact.sortKey()) : List.of();
        }
    },
    PHONE {
        @Override
        public List<String> of(MatchCandidate contact) {
            return keys(contact, true);
        }
    };

    private static final List<MatchKey> ALL = List.of(values());
    private static final List<MatchKey> DEFAULT = List.of(EMAIL, CODE, PHONE_AND_NAME, NAME);

    /** Returns the contact's keys of this kind. */
    public abstract List<String> of(MatchCandidate contact);

    /** Returns all keys by which the contact can be matched. */
    public static List<String> allOf(MatchCandidate contact) {
        List<String> all = new ArrayList<>();
        ALL.forEach(matchKey -> all.addAll(matchKey.of(contact)));
        return all;
    }

    /** Returns the keys that must be unique. E-mail keys must be unique only under {@code EmailRule.UNIQUE}. */
    public static List<String> uniqueKeys(MatchCandidate contact) {
        List<String> alone = new ArrayList<>(CODE.of(contact));
        alone.addAll(EMAIL.of(contact));
        return alone;
    }

    /** Returns the keys that a change removes from the contact. */
    public static Set<String> lost(MatchCandidate before, MatchCandidate after) {
        Set<String> lost = new LinkedHashSet<>(allOf(before));
        allOf(after).forEach(lost::remove);
        return lost;
    }

    public static String codeKey(String code) {
        return "c:" + code;
    }

    /** Returns the kind of key by which this row is matched. */
    public static MatchKey of(MatchCandidate row, MatchBy by) {
        return Stream.concat(preferred(by), DEFAULT.stream())
                .filter(matchKey -> !matchKey.of(row).isEmpty())
                .findFirst()
                .orElse(NAME);
    }

    private static List<String> keys(MatchCandidate contact, boolean phones) {
        List<String> keys = new ArrayList<>();
        for (String key : contact.matchKeys()) {
            if (MatchKeys.isPhone(key) == phones) {
                keys.add(key);
            }
        }
        return keys;
    }

    private static Stream<MatchKey> preferred(MatchBy by) {
        return switch (by) {
            case PHONE -> Stream.of(PHONE);
            case CODE -> Stream.of(CODE);
            case EMAIL, ID -> Stream.empty();
        };
    }
}
