package org.contacts4j.application.importing.matching;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.contacts4j.domain.contact.PhoneNumbers;
import org.contacts4j.domain.contact.search.MatchKeys;
import org.contacts4j.domain.id.CompanyId;
import org.jspecify.annotations.Nullable;

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
            return phones.stream().map(key -> WITH_NAME + key + "\n" + name).toList();
        }
    },
    /**
     * Only for contacts that have nothing but a name and perhaps a company. Namesakes at different companies are
     * different people. If one of the two has no company, they are the same person.
     */
    NAME {
        @Override
        public List<String> of(MatchCandidate contact) {
            if (!contact.hasNameOnly()) {
                return List.of();
            }
            List<String> keys = new ArrayList<>(companies(contact));
            keys.add(ANY_COMPANY);
            return withName(contact, keys);
        }

        @Override
        public List<String> wantedBy(MatchCandidate row) {
            List<String> keys = new ArrayList<>(companies(row));
            keys.add(keys.contains(NO_COMPANY) ? ANY_COMPANY : NO_COMPANY);
            return withName(row, keys);
        }

        private List<String> companies(MatchCandidate contact) {
            @Nullable CompanyId id = contact.companyId();
            return Stream.concat(
                            id == null ? Stream.empty() : Stream.of("#" + id),
                            id != null && contact.company().isEmpty()
                                    ? Stream.empty()
                                    : Stream.of("=" + contact.company()))
                    .toList();
        }

        private List<String> withName(MatchCandidate contact, List<String> companies) {
            String name = contact.sortKey();
            return companies.stream()
                    .map(company -> "n:" + name + "\n" + company)
                    .toList();
        }
    },
    PHONE {
        @Override
        public List<String> of(MatchCandidate contact) {
            return keys(contact, true);
        }
    };

    private static final String WITH_NAME = "n";
    private static final String NO_COMPANY = "=";
    private static final String ANY_COMPANY = "*";

    private static final List<MatchKey> ALL = List.of(values());
    private static final List<MatchKey> DEFAULT = List.of(EMAIL, CODE, PHONE_AND_NAME, NAME);

    /** Returns the keys of this kind by which the contact is found. */
    public abstract List<String> of(MatchCandidate contact);

    /** Returns the keys of this kind of which a contact must have one to match the row. */
    public List<String> wantedBy(MatchCandidate row) {
        return of(row);
    }

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

    /**
     * Returns the key with another comparison of phone numbers, as far as the key tells; null if it contains no phone
     * number, or one that is no match key any more.
     */
    public static @Nullable String comparedBy(String key, PhoneNumbers numbers) {
        int end = key.indexOf('\n');
        boolean withName = key.startsWith(WITH_NAME) && end >= 0;
        String phone = withName ? key.substring(WITH_NAME.length(), end) : key;
        @Nullable String compared = MatchKeys.ofPhoneKey(phone, numbers);
        return compared == null || !withName ? compared : WITH_NAME + compared + key.substring(end);
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
