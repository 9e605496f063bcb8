package org.contacts4j.domain.filter;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.contact.PhoneNumbers;
import org.contacts4j.domain.contact.search.PhoneTerm;
import org.contacts4j.domain.filter.Comparison.OneOf;
import org.contacts4j.domain.filter.Comparison.Part;
import org.jspecify.annotations.Nullable;

/**
 * A comparison of {@link Fields#phone}: the number as typed, or as {@link PhoneNumbers} normalizes it, satisfies any of
 * the alternatives.
 *
 * @param normalized the field of the normalized number, which is unset if it equals the typed one
 */
public record PhoneComparison(List<Comparison<String>> alternatives, TextField normalized) {

    public PhoneComparison {
        alternatives = List.copyOf(alternatives);
    }

    /**
     * Returns the comparison of phone numbers in any notation.
     *
     * @param comparison a comparison of {@link Fields#phone}
     */
    public static PhoneComparison of(Comparison<?> comparison, PhoneNumbers numbers) {
        List<Comparison<String>> alternatives = comparison instanceof Part part
                ? PhoneTerm.forms(part.text(), numbers).stream()
                        .<Comparison<String>>map(form -> new Part(form, part.place()))
                        .toList()
                : List.of(anyForm((OneOf<?>) comparison, numbers));
        return new PhoneComparison(alternatives, normalized(numbers));
    }

    /** Returns the field of the primary phone number as {@link PhoneNumbers} normalizes it; unset if typed so. */
    public static TextField normalized(PhoneNumbers numbers) {
        return new TextField("phone:normalized", contact -> normalized(contact, numbers));
    }

    boolean holds(Contact contact) {
        @Nullable String typed = Fields.phone().of(contact);
        @Nullable String form = normalized.of(contact);
        return alternatives.stream().anyMatch(one -> one.holds(typed) || (isSet(form) && one.holds(form)));
    }

    private static boolean isSet(@Nullable String form) {
        return form != null && !form.isEmpty();
    }

    private static String normalized(Contact contact, PhoneNumbers numbers) {
        @Nullable String number = ContactField.PHONE.of(contact);
        String form = number == null ? "" : numbers.normalized(number);
        return form.equals(Fields.phone().of(contact)) ? "" : form;
    }

    private static Comparison<String> anyForm(OneOf<?> wanted, PhoneNumbers numbers) {
        Set<String> forms = new HashSet<>();
        for (Object value : wanted.values()) {
            String text = (String) value;
            forms.add(text);
            String form = numbers.normalized(text);
            if (!form.isEmpty()) {
                forms.add(form);
            }
        }
        return new OneOf<>(forms);
    }
}
