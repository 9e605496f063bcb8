package org.contacts4j.vcard;

import ezvcard.VCard;
import ezvcard.property.Categories;
import ezvcard.property.FormattedName;
import ezvcard.property.Label;
import ezvcard.property.Language;
import ezvcard.property.Nickname;
import ezvcard.property.Note;
import ezvcard.property.Organization;
import ezvcard.property.ProductId;
import ezvcard.property.RawProperty;
import ezvcard.property.Revision;
import ezvcard.property.StructuredName;
import ezvcard.property.Telephone;
import ezvcard.property.Title;
import ezvcard.property.Uid;
import ezvcard.property.VCardProperty;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
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
import org.contacts4j.json.Json;
import org.contacts4j.json.canonical.ContactJson;
import org.jspecify.annotations.Nullable;

/** The fields of a contact from a vCard of any version and origin. Properties without a field are kept. */
final class CardPatch {

    private final VCard card;
    private final Labels labels;
    private final Set<VCardProperty> used = new LinkedHashSet<>();
    private final Map<?, ?> own;
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

    /** Returns the fields of the card. */
    static Patch<Contact> of(VCard card) {
        CardPatch reading = new CardPatch(card);
        reading.read();
        return reading.patch;
    }

    /** Returns the id of the contact that the card was exported from; null if the card has none. */
    static @Nullable String idOf(VCard card) {
        CardPatch reading = new CardPatch(card);
        return reading.own.get("id") instanceof String id ? id : reading.uuid();
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
                .filter(tag -> !tag.isBlank())
                .toList();
        if (!tags.isEmpty()) {
            patch = patch.set(ContactField.TAGS, tags);
        }
        card.getUrls().stream().filter(url -> isWeb(url.getValue())).findFirst().ifPresent(url -> {
            used.add(url);
            set(ContactField.WEBSITE, url.getValue().strip());
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
        List<Email> emails = byPreference(all(ezvcard.property.Email.class)).stream()
                .filter(email -> !isBlank(email.getValue()))
                .map(email -> new Email(email.getValue().strip(), labels.read(email)))
                .toList();
        List<Phone> phones = byPreference(all(Telephone.class)).stream()
                .filter(phone -> !isBlank(numberOf(phone)))
                .map(phone -> new Phone(numberOf(phone).strip(), labels.read(phone)))
                .toList();
        if (!emails.isEmpty()) {
            patch = patch.set(ContactField.EMAILS, emails);
        }
        if (!phones.isEmpty()) {
            patch = patch.set(ContactField.PHONES, phones);
        }
    }

    private static String numberOf(Telephone phone) {
        if (phone.getUri() == null) {
            return phone.getText() == null ? "" : phone.getText();
        }
        @Nullable String extension = phone.getUri().getExtension();
        return phone.getUri().getNumber() + (extension == null ? "" : " ext. " + extension);
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
        List<VCardProperty> kept = new ArrayList<>();
        for (VCardProperty property : card) {
            boolean isLabel = property instanceof RawProperty raw && Labels.isLabelOf(raw, used);
            if (!used.contains(property) && !isLabel && !isOfTheFile(property)) {
                kept.add(property);
            }
        }
        first(StructuredName.class).filter(CardPatch::hasMoreParts).ifPresent(name -> kept.add(moreParts(name)));
        @Nullable Uid uid = card.getUid();
        if (uid != null && !isBlank(uid.getValue()) && (uuid() == null || !Objects.equals(uuid(), own.get("id")))) {
            kept.add(new RawProperty(ContactCard.OTHER_UID, uid.getValue()));
        }
        List<String> lines = kept.isEmpty() ? List.of() : KeptProperties.lines(kept);
        if (!lines.isEmpty()) {
            @Nullable
            Map<String, @Nullable Object> sent =
                    patch.changeOf(ContactField.EXTENSIONS).valueOrNull();
            Map<String, @Nullable Object> extensions = new LinkedHashMap<>(sent == null ? Map.of() : sent);
            extensions.put(ContactCard.EXTENSION, lines);
            patch = patch.set(ContactField.EXTENSIONS, extensions);
        }
    }

    /** Returns whether a property describes the card, not the person. */
    private static boolean isOfTheFile(VCardProperty property) {
        return property instanceof Revision
                || property instanceof ProductId
                || property instanceof Uid
                || property instanceof Label;
    }

    private static boolean hasMoreParts(StructuredName name) {
        return !name.getAdditionalNames().isEmpty() || !name.getSuffixes().isEmpty();
    }

    private static StructuredName moreParts(StructuredName name) {
        StructuredName more = new StructuredName();
        more.getAdditionalNames().addAll(name.getAdditionalNames());
        more.getSuffixes().addAll(name.getSuffixes());
        return more;
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

    private static <P extends VCardProperty> List<P> byPreference(List<P> entries) {
        return entries.stream()
                .sorted(Comparator.comparingInt(Labels::preference))
                .toList();
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

    private static boolean isWeb(@Nullable String url) {
        return url != null && url.strip().toLowerCase(Locale.ROOT).matches("https?://.+");
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static String joined(Collection<@Nullable String> texts, String separator) {
        return texts.stream().filter(text -> text != null && !text.isBlank()).collect(Collectors.joining(separator));
    }
}
