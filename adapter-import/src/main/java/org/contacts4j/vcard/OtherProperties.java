package org.contacts4j.vcard;

import ezvcard.VCard;
import ezvcard.property.ProductId;
import ezvcard.property.RawProperty;
import ezvcard.property.Revision;
import ezvcard.property.StructuredName;
import ezvcard.property.Uid;
import ezvcard.property.VCardProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The properties of a card that contacts have no field for. */
final class OtherProperties {

    private OtherProperties() {}

    /**
     * Returns these properties.
     *
     * @param used the properties that are fields of the contact
     * @param isUidKept whether the UID is that of another system
     */
    static List<VCardProperty> of(VCard card, Set<VCardProperty> used, boolean isUidKept) {
        List<VCardProperty> others = new ArrayList<>();
        for (VCardProperty property : card) {
            boolean isLabel = property instanceof RawProperty raw && Labels.isLabelOf(raw, used);
            if (!used.contains(property) && !isLabel && !isOfTheFile(property)) {
                others.add(property);
            }
        }
        @Nullable StructuredName name = card.getStructuredName();
        if (name != null && hasMoreParts(name)) {
            others.add(moreParts(name));
        }
        @Nullable Uid uid = card.getUid();
        if (isUidKept
                && uid != null
                && uid.getValue() != null
                && !uid.getValue().isBlank()) {
            others.add(new RawProperty(ContactCard.OTHER_UID, uid.getValue()));
        }
        return others;
    }

    /** Returns whether a property describes the card, not the person. */
    private static boolean isOfTheFile(VCardProperty property) {
        return property instanceof Revision || property instanceof ProductId || property instanceof Uid;
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
}
