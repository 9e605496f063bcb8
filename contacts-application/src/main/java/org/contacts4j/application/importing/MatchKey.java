package org.contacts4j.application.importing;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.contacts4j.domain.contact.MatchKeys;

/** Something that two contacts have in common when they are the same person, as text that is equal then. */
enum MatchKey {
    EMAIL {
        @Override
        List<String> of(MatchCandidate contact) {
            return keys(contact, false);
        }
    },
    CODE {
        @Override
        List<String> of(MatchCandidate contact) {
            return contact.code() == null ? List.of() : List.of(ofCode(contact.code()));
        }
    },
    /** People share telephones, so that without an e-mail the name has to be the same as well. */
    PHONE_AND_NAME {
        @Override
        List<String> of(MatchCandidate contact) {
            List<String> phones = PHONE.of(contact);
            String name = phones.isEmpty() ? "" : contact.sortKey();
            return phones.stream().map(key -> "n" + key + "\n" + name).toList();
        }
    },
    /** Of those alone who have nothing else. */
    NAME {
        @Override
        List<String> of(MatchCandidate contact) {
            return contact.isOnlyAName() ? List.of("n:" + contact.sortKey()) : List.of();
        }
    },
    PHONE {
        @Override
        List<String> of(MatchCandidate contact) {
            return keys(contact, true);
        }
    };

    private static final List<MatchKey> ALL = List.of(values());
    private static final List<MatchKey> USUAL = List.of(EMAIL, CODE, PHONE_AND_NAME, NAME);

    /** What the contact has of this trait. */
    abstract List<String> of(MatchCandidate contact);

    /** Everything by which the contact may be recognised. */
    static List<String> allOf(MatchCandidate contact) {
        List<String> all = new ArrayList<>();
        ALL.forEach(trait -> all.addAll(trait.of(contact)));
        return all;
    }

    /** What no other contact may have; of e-mails that holds only where they are to be unique. */
    static List<String> ofOneAlone(MatchCandidate contact) {
        List<String> alone = new ArrayList<>(CODE.of(contact));
        alone.addAll(EMAIL.of(contact));
        return alone;
    }

    /** By what the contact is not recognised any more after a change. */
    static Set<String> lost(MatchCandidate before, MatchCandidate after) {
        Set<String> lost = new LinkedHashSet<>(allOf(before));
        allOf(after).forEach(lost::remove);
        return lost;
    }

    static String ofCode(String code) {
        return "c:" + code;
    }

    /** By what this row is recognised. */
    static MatchKey of(MatchCandidate row, MatchBy by) {
        return Stream.concat(preferred(by), USUAL.stream())
                .filter(trait -> !trait.of(row).isEmpty())
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
