package org.contacts4j.vcard;

import ezvcard.VCard;
import ezvcard.parameter.ImageType;
import ezvcard.property.Categories;
import ezvcard.property.Language;
import ezvcard.property.Nickname;
import ezvcard.property.Note;
import ezvcard.property.Organization;
import ezvcard.property.Revision;
import ezvcard.property.StructuredName;
import ezvcard.property.Telephone;
import ezvcard.property.Uid;
import java.util.Map;
import java.util.regex.Pattern;
import org.contacts4j.application.exporting.Photo;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.Email;
import org.contacts4j.domain.contact.Job;
import org.contacts4j.domain.contact.PersonName;
import org.contacts4j.domain.contact.Phone;
import org.contacts4j.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * The vCard of a contact. It contains the whole contact: what no property of vCard holds is JSON in one property of our
 * own, {@value #OWN}.
 */
public final class ContactCard {

    /** The property with the JSON members that no other property holds. Address books ignore it. */
    static final String OWN = "X-CONTACTS4J";

    /** The property with the UID of a card of another system. */
    static final String OTHER_UID = "X-OTHER-UID";

    /** The extension with the properties of a card that contacts have no field for. */
    static final String EXTENSION = "vcard";

    static final String UID_PREFIX = "urn:uuid:";

    private static final Pattern LANGUAGE_TAG = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*");

    private ContactCard() {}

    /**
     * Returns the vCard, to be written in any version.
     *
     * @param photo the photo of the contact; null for none
     */
    public static VCard of(Contact contact, @Nullable Photo photo) {
        VCard card = new VCard();
        PersonName name = contact.name();
        card.setUid(new Uid(UID_PREFIX + contact.id()));
        card.setFormattedName(name.full());
        KeptProperties kept = KeptProperties.of(contact.extensions().get(EXTENSION));
        addName(card, name, kept);
        addJob(card, contact.job());
        Labels labels = new Labels(card);
        for (int i = 0; i < contact.communication().emails().size(); i++) {
            Email email = contact.communication().emails().get(i);
            ezvcard.property.Email property = new ezvcard.property.Email(email.address());
            card.addEmail(property);
            labels.write(property, email.label(), i);
        }
        for (int i = 0; i < contact.communication().phones().size(); i++) {
            Phone phone = contact.communication().phones().get(i);
            Telephone property = new Telephone(phone.number());
            card.addTelephoneNumber(property);
            labels.write(property, phone.label(), i);
        }
        if (contact.address() != null) {
            card.addAddress(CardAddress.write(contact.address()));
        }
        addTexts(card, contact);
        if (photo != null) {
            ImageType type = ImageType.get(null, photo.contentType(), null);
            card.addPhoto(new ezvcard.property.Photo(photo.content(), type));
        }
        kept.addTo(card);
        card.setRevision(new Revision(contact.revision().updatedAt()));
        Map<String, @Nullable Object> others = OtherMembers.of(contact);
        card.addExtendedProperty(OWN, Json.text(others));
        return card;
    }

    private static void addName(VCard card, PersonName name, KeptProperties kept) {
        StructuredName parts = kept.name();
        parts.setGiven(name.first());
        parts.setFamily(name.last());
        if (name.salutation() != null) {
            parts.getPrefixes().add(name.salutation());
        }
        card.setStructuredName(parts);
        if (name.display() != null) {
            Nickname nickname = new Nickname();
            nickname.getValues().add(name.display());
            card.addNickname(nickname);
        }
    }

    private static void addJob(VCard card, Job job) {
        if (job.companyName() != null || job.department() != null) {
            Organization organization = new Organization();
            organization.getValues().add(job.companyName() == null ? "" : job.companyName());
            if (job.department() != null) {
                organization.getValues().add(job.department());
            }
            card.addOrganization(organization);
        }
        if (job.title() != null) {
            card.addTitle(job.title());
        }
    }

    private static void addTexts(VCard card, Contact contact) {
        if (contact.communication().website() != null) {
            card.addUrl(contact.communication().website());
        }
        if (contact.background().notes() != null) {
            card.addNote(new Note(contact.background().notes()));
        }
        if (!contact.tags().isEmpty()) {
            Categories categories = new Categories();
            categories.getValues().addAll(contact.tags());
            card.addCategories(categories);
        }
        String language = contact.communication().language();
        if (language != null && LANGUAGE_TAG.matcher(language).matches()) {
            card.addLanguage(new Language(language));
        }
    }
}
