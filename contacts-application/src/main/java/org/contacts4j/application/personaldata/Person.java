package org.contacts4j.application.personaldata;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.contacts4j.domain.Folded;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.contact.PhoneNumbers;
import org.contacts4j.domain.contact.event.ContactEvent;
import org.jspecify.annotations.Nullable;

/**
 * What identifies a person in free texts: the id of the contact, and every name, e-mail address and phone number that it
 * has or had. First and last names alone do not identify anyone.
 *
 * @param texts the id and the e-mail addresses, folded
 * @param names the names, each as its folded words
 * @param phones the digits of the phone numbers, as typed and as {@code numbers} normalizes them
 * @param written the id, and the names of several words, addresses and numbers as they were written
 */
record Person(
        PhoneNumbers numbers, Set<String> texts, Set<List<String>> names, Set<String> phones, Set<String> written) {

    /** The minimum number of digits that identify somebody. */
    private static final int DIGITS = 7;

    private static final List<String> NAMES =
            List.of(ContactField.NAME.name(), ContactField.DISPLAY_NAME.name(), ContactField.LOCAL_NAME.name());

    /** Returns the person whose contact and events these are. */
    static Person of(PersonalData stored, PhoneNumbers numbers) {
        Person person = new Person(numbers, new HashSet<>(), new HashSet<>(), new HashSet<>(), new HashSet<>());
        person.texts.add(stored.id().toString());
        person.written.add(stored.id().toString());
        @Nullable Contact contact = stored.contact();
        if (contact != null) {
            person.addContact(contact);
        }
        stored.events().forEach(person::addEvent);
        return person;
    }

    /** Returns whether one of these texts identifies the person, or all of them together, such as the cells of a row. */
    boolean isNamedIn(Collection<String> parts) {
        Set<String> words = new HashSet<>();
        for (String part : parts) {
            String folded = Folded.of(part);
            if (texts.stream().anyMatch(text -> containsWord(folded, text))
                    || hasPhone(digits(part))
                    || hasPhone(digits(numbers.normalized(part)))
                    || names.contains(words(folded))) {
                return true;
            }
            words.addAll(words(folded));
        }
        return names.stream().anyMatch(name -> name.size() > 1 && words.containsAll(name));
    }

    private void addContact(Contact contact) {
        Stream.of(
                        contact.name().full(),
                        contact.name().display(),
                        contact.name().local())
                .forEach(this::addName);
        contact.communication().emails().forEach(email -> addEmail(email.address()));
        contact.communication().phones().forEach(phone -> addPhone(phone.number()));
    }

    private void addEvent(ContactEvent event) {
        addName(event.contact().name());
        addEmail(event.contact().email());
        event.changes()
                .forEach((field, change) -> Stream.of(change.before(), change.after())
                        .flatMap(value -> value instanceof List<?> list ? list.stream() : Stream.ofNullable(value))
                        .forEach(value -> addValue(field, value)));
    }

    private void addValue(String field, Object value) {
        if (value instanceof Map<?, ?> entry && field.equals(ContactField.EMAILS.name())) {
            addEmail(String.valueOf(entry.get("address")));
        } else if (value instanceof Map<?, ?> entry && field.equals(ContactField.PHONES.name())) {
            addPhone(String.valueOf(entry.get("number")));
        } else if (NAMES.contains(field)) {
            addName(value.toString());
        }
    }

    private void addName(@Nullable String name) {
        List<String> words = name == null ? List.of() : words(Folded.of(name));
        if (!words.isEmpty()) {
            names.add(words);
        }
        if (name != null && words.size() > 1) {
            written.add(name);
        }
    }

    private void addEmail(@Nullable String address) {
        if (address != null && !address.isBlank()) {
            texts.add(Folded.of(address.strip()));
            written.add(address);
        }
    }

    private void addPhone(String number) {
        Stream.of(PhoneNumbers.DIGITS, numbers)
                .map(comparing -> digits(comparing.normalized(number)))
                .filter(digits -> digits.length() >= DIGITS)
                .forEach(digits -> {
                    phones.add(digits);
                    written.add(number);
                });
    }

    private boolean hasPhone(String digits) {
        return phones.stream().anyMatch(digits::contains);
    }

    private static List<String> words(String folded) {
        return Arrays.stream(folded.split("[^\\p{L}\\p{M}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static String digits(String text) {
        return text.codePoints()
                .map(point -> Character.digit(point, 10))
                .filter(digit -> digit >= 0)
                .mapToObj(String::valueOf)
                .collect(Collectors.joining());
    }

    private static boolean containsWord(String text, String word) {
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
            int end = at + word.length();
            boolean begins = at == 0 || !Character.isLetterOrDigit(text.codePointBefore(at));
            boolean ends = end == text.length() || !Character.isLetterOrDigit(text.codePointAt(end));
            if (begins && ends) {
                return true;
            }
        }
        return false;
    }
}
