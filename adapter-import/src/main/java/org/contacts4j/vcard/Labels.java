package org.contacts4j.vcard;

import ezvcard.VCard;
import ezvcard.property.RawProperty;
import ezvcard.property.VCardProperty;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.contacts4j.domain.contact.Contact;
import org.jspecify.annotations.Nullable;

/**
 * The labels of e-mail addresses and phone numbers: types, a preference, or a free text in the property X-ABLabel of the
 * same group, as Apple writes it.
 */
final class Labels {

    private static final String LABEL = "X-ABLabel";

    /** The prefix of groups, which differs from that of other programs, whose properties are kept with their groups. */
    private static final String GROUP = "c4j";

    /** The types by label. */
    private static final Map<String, String> TYPES =
            Map.of("work", "work", "home", "home", "mobile", "cell", "fax", "fax", "pager", "pager");

    /** Types that say how a number is used, not whose it is. */
    private static final Set<String> NOISE =
            Set.of("internet", "voice", "pref", "x400", "text", "msg", "video", "textphone", "tlx");

    private static final int UNPREFERRED = 101;

    private final VCard card;
    private final Map<String, String> byGroup = new HashMap<>();
    private int groups;

    Labels(VCard card) {
        this.card = card;
        for (RawProperty label : card.getExtendedProperties(LABEL)) {
            if (label.getGroup() != null && label.getValue() != null) {
                byGroup.put(label.getGroup().toLowerCase(Locale.ROOT), label.getValue());
            }
        }
    }

    /** Adds the label of an entry to its property. */
    void write(VCardProperty property, String label, int index) {
        @Nullable String type = TYPES.get(label);
        boolean isDefault = label.equals(index == 0 ? Contact.PRIMARY : Contact.SECONDARY);
        if (isDefault) {
            if (index == 0) {
                property.getParameters().setPref(1);
            }
        } else if (type != null) {
            property.addParameter("TYPE", type);
        } else {
            groups++;
            property.setGroup(GROUP + groups);
            RawProperty text = card.addExtendedProperty(LABEL, label);
            text.setGroup(GROUP + groups);
        }
    }

    /** Returns the label of an entry; empty if the card has none. */
    String read(VCardProperty property) {
        @Nullable
        String text = property.getGroup() == null
                ? null
                : byGroup.get(property.getGroup().toLowerCase(Locale.ROOT));
        if (text != null) {
            return text.startsWith("_$!<") && text.endsWith(">!$_")
                    ? text.substring(4, text.length() - 4).toLowerCase(Locale.ROOT)
                    : text;
        }
        return types(property).stream()
                .filter(type -> !NOISE.contains(type))
                .map(type -> type.equals("cell") || type.equals("iphone") ? "mobile" : type)
                .map(type -> type.startsWith("x-") ? type.substring(2) : type)
                .distinct()
                .collect(Collectors.joining(" "));
    }

    /** Returns the preference of an entry, from 1; entries without one come last. */
    static int preference(VCardProperty property) {
        @Nullable Integer pref = preferred(property);
        return pref != null ? pref : types(property).contains("pref") ? 1 : UNPREFERRED;
    }

    /** Returns whether a property is the label of one of these. */
    static boolean isLabelOf(RawProperty property, Collection<VCardProperty> entries) {
        return property.getPropertyName().equalsIgnoreCase(LABEL)
                && property.getGroup() != null
                && entries.stream().anyMatch(entry -> property.getGroup().equalsIgnoreCase(entry.getGroup()));
    }

    private static @Nullable Integer preferred(VCardProperty property) {
        try {
            return property.getParameters().getPref();
        } catch (IllegalStateException notANumber) {
            return null;
        }
    }

    private static List<String> types(VCardProperty property) {
        return property.getParameters("TYPE").stream()
                .map(type -> type.toLowerCase(Locale.ROOT))
                .toList();
    }
}
