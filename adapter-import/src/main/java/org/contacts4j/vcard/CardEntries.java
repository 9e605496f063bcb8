package org.contacts4j.vcard;

import ezvcard.property.Telephone;
import ezvcard.property.VCardProperty;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.contacts4j.domain.contact.Email;
import org.contacts4j.domain.contact.Phone;
import org.jspecify.annotations.Nullable;

/** The properties EMAIL and TEL, the preferred one first. */
final class CardEntries {

    private CardEntries() {}

    static List<Email> emails(List<ezvcard.property.Email> properties, Labels labels) {
        return byPreference(properties)
                .filter(email -> !isBlank(email.getValue()))
                .map(email -> new Email(email.getValue().strip(), labels.read(email)))
                .toList();
    }

    static List<Phone> phones(List<Telephone> properties, Labels labels) {
        return byPreference(properties)
                .filter(phone -> !isBlank(numberOf(phone)))
                .map(phone -> new Phone(numberOf(phone).strip(), labels.read(phone)))
                .toList();
    }

    private static String numberOf(Telephone phone) {
        if (phone.getUri() == null) {
            return phone.getText() == null ? "" : phone.getText();
        }
        @Nullable String extension = phone.getUri().getExtension();
        return phone.getUri().getNumber() + (extension == null ? "" : " ext. " + extension);
    }

    private static <P extends VCardProperty> Stream<P> byPreference(List<P> properties) {
        return properties.stream().sorted(Comparator.comparingInt(Labels::preference));
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
