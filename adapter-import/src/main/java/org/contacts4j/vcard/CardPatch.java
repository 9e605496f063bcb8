package org.contacts4j.vcard;

import ezvcard.VCard;
import ezvcard.property.Categories;
import ezvcard.property.FormattedName;
import ezvcard.property.Language;
import ezvcard.property.Nickname;
import ezvcard.property.Note;
import ezvcard.property.Organization;
import ezvcard.property.RawProperty;
import ezvcard.property.StructuredName;
import ezvcard.property.Telephone;
import ezvcard.property.Title;
import ezvcard.property.Uid;
import ezvcard.property.VCardProperty;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.contacts4j.domain.Address;
import org.contacts4j.domain.AddressPart;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.contact.Email;
import org.contacts4j.domain.contact.Phone;
import org.contacts4j.domain.id.Uuids;
import org.contacts4j.domain.patch.Field;
import org.contacts4j.domain.patch.Patch;
import org.contacts4j.domain.validation.Fault;
import org.contacts4j.json.Json;
import org.contacts4j.json.canonical.ContactJson;
import org.jspecify.annotations.Nullable;

/** The fields of a contact from a vCard of any version and origin. Properties without a field are kept. */
final class CardPatch {

    /** Google's group of all contacts. */
    private static final String ALL_OF_GOOGLE = "myContacts";

    private final VCard card;
    private final Labels labels;
    private final Set<VCardProperty> used = new LinkedHashSet<>();
    private final Map<?, ?> own;
    private final List<Fault> warnings = new ArrayList<>();
    private Patch<Contact> patch;

    private CardPatch(VCard card) {
        this.card = card;
        this.labels = new Labels(card);
        Optional<RawProperty> json = Optional.ofNullable(card.getExtendedProperty(ContactCard.OWN));
        json.ifPresent(used::add);
        Map<?, ?> members = Map.of();
        Patch<Contact> read = Patch.empty();
        try {
            members = json.isPresent() ? Json.readObject(json.get().getValue()) : members;
            read = ContactJson.read(members);
        } catch (ContactsFailure.Invalid invalid) {
            read = read.withFault(ContactCard.OWN, invalid.faults().get(0).message());
        }
        own = members;
        patch = read;
    }

    /** Reads the card. */
    static CardPatch of(VCard card) {
        CardPatch reading = new CardPatch(card);
        reading.read();
        return reading;
    }

    /** Returns the fields of the card. */
    Patch<Contact> fields() {
        return patch;
    }

    /** Returns a warning for each property that is left out. */
    List<Fault> warnings() {
        return warnings;
    }

    /** Returns the id of the contact that the card was exported from; null if the card has none. */
    @Nullable
    String id() {
        return own.get("id") instanceof String id ? id : uuid();
    }

    /** Returns whether the card is that of a group, in the form of vCard 4.0 or of Apple. */
    static boolean isGroup(VCard card) {
        @Nullable RawProperty apple = card.getExtendedProperty("X-ADDRESSBOOKSERVER-KIND");
        return (card.getKind() != null && card.getKind().isGroup())
                || (apple != null && "group".equalsIgnoreCase(apple.getValue()));
    }

    private void read() {
        readName();
        readJob();
        readEntries();
        readAddress();
        set(
                ContactField.NOTES,
                joined(all(Note.class).stream().map(Note::getValue).toList(), "\n\n"));
        first(Language.class)
                .map(Language::getValue)
                .filter(language -> !patch.touches(ContactField.LANGUAGE))
                .ifPresent(language -> set(ContactField.LANGUAGE, language));
        List<String> tags = all(Categories.class).stream()
                .flatMap(categories -> categories.getValues().stream())
                .filter(tag -> !tag.isBlank() && !tag.strip().equalsIgnoreCase(ALL_OF_GOOGLE))
                .toList();
        if (!tags.isEmpty()) {
            patch = patch.set(ContactField.TAGS, tags);
        }
        card.getUrls().stream().filter(url -> isWeb(url.getValue())).findFirst().ifPresent(url -> {
            used.add(url);
            String value = url.getValue().strip();
            set(ContactField.WEBSITE, hasScheme(value) ? value : "https://" + value);
        });
        keepOthers();
    }

    private void readName() {
        @Nullable
        String full = first(FormattedName.class).map(FormattedName::getValue).orElse(null);
        Optional<StructuredName> parts = first(StructuredName.class);
        @Nullable String given = parts.map(StructuredName::getGiven).orElse(null);
        @Nullable String family = parts.map(StructuredName::getFamily).orElse(null);
        set(ContactField.FIRST_NAME, given);
        set(ContactField.LAST_NAME, family);
        parts.ifPresent(name -> set(ContactField.SALUTATION, joined(name.getPrefixes(), " ")));
        @Nullable
        String nickname = first(Nickname.class)
                .map(nick -> joined(nick.getValues(), ", "))
                .orElse(null);
        set(ContactField.DISPLAY_NAME, nickname);
        boolean hasParts = !isBlank(given) || !isBlank(family);
        if (!isBlank(full)) {
            set(ContactField.NAME, full);
        } else if (!hasParts) {
            set(ContactField.NAME, isBlank(nickname) ? companyName() : nickname);
        }
    }

    private @Nullable String companyName() {
        @Nullable Organization organization = card.getOrganization();
        return organization == null || organization.getValues().isEmpty()
                ? null
                : organization.getValues().get(0);
    }

    private void readJob() {
        set(ContactField.COMPANY_NAME, companyName());
        first(Organization.class)
                .filter(organization -> organization.getValues().size() > 1)
                .ifPresent(organization -> {
                    List<String> values = organization.getValues();
                    set(ContactField.DEPARTMENT, joined(values.subList(1, values.size()), ", "));
                });
        set(ContactField.TITLE, first(Title.class).map(Title::getValue).orElse(null));
    }

    private void readEntries() {
        List<Email> emails = CardEntries.emails(all(ezvcard.property.Email.class), labels);
        List<Phone> phones = CardEntries.phones(all(Telephone.class), labels);
        if (!emails.isEmpty()) {
            patch = patch.set(ContactField.EMAILS, emails);
        }
        if (!phones.isEmpty()) {
            patch = patch.set(ContactField.PHONES, phones);
        }
    }

    private void readAddress() {
        Map<AddressPart, String> parts = new EnumMap<>(AddressPart.class);
        first(ezvcard.property.Address.class).ifPresent(address -> parts.putAll(CardAddress.read(address)));
        @Nullable Address others = patch.changeOf(ContactField.ADDRESS).valueOrNull();
        if (others != null) {
            if (others.get(AddressPart.COUNTRY) != null) {
                parts.remove(AddressPart.COUNTRY_CODE);
            }
            parts.putAll(others.parts());
        }
        if (!parts.isEmpty()) {
            patch = patch.set(ContactField.ADDRESS, new Address(parts));
        }
    }

    private void keepOthers() {
        boolean isUidKept = uuid() == null || !Objects.equals(uuid(), own.get("id"));
        KeptProperties.Lines others = KeptProperties.lines(OtherProperties.of(card, used, isUidKept));
        warnings.addAll(others.leftOut());
        if (!others.lines().isEmpty()) {
            @Nullable
            Map<String, @Nullable Object> sent =
                    patch.changeOf(ContactField.EXTENSIONS).valueOrNull();
            Map<String, @Nullable Object> extensions = new LinkedHashMap<>(sent == null ? Map.of() : sent);
            extensions.put(ContactCard.EXTENSION, others.lines());
            patch = patch.set(ContactField.EXTENSIONS, extensions);
        }
    }

    private @Nullable String uuid() {
        @Nullable Uid uid = card.getUid();
        @Nullable String value = uid == null ? null : uid.getValue();
        if (value == null || !value.toLowerCase(Locale.ROOT).startsWith(ContactCard.UID_PREFIX)) {
            return null;
        }
        UUID uuid = Uuids.parseOrNil(value.substring(ContactCard.UID_PREFIX.length()));
        return uuid.equals(Uuids.NIL) ? null : uuid.toString();
    }

    private <P extends VCardProperty> Optional<P> first(Class<P> type) {
        Optional<P> first = Optional.ofNullable(card.getProperty(type));
        first.ifPresent(used::add);
        return first;
    }

    private <P extends VCardProperty> List<P> all(Class<P> type) {
        List<P> all = card.getProperties(type);
        used.addAll(all);
        return all;
    }

    private void set(Field<Contact, String> field, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            patch = patch.set(field, value.replace("\r\n", "\n"));
        }
    }

    /** Outlook writes websites without a scheme. */
    private static boolean isWeb(@Nullable String url) {
        return url != null && (hasScheme(url.strip()) || url.strip().matches("(?i)www\\.[^\\s/]+\\.[^\\s]+"));
    }

    private static boolean hasScheme(String url) {
        return url.toLowerCase(Locale.ROOT).matches("https?://.+");
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static String joined(Collection<@Nullable String> texts, String separator) {
        return texts.stream().filter(text -> text != null && !text.isBlank()).collect(Collectors.joining(separator));
    }
}
