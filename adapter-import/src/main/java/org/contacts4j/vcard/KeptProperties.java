package org.contacts4j.vcard;

import ezvcard.VCard;
import ezvcard.VCardVersion;
import ezvcard.io.text.VCardReader;
import ezvcard.io.text.VCardWriter;
import ezvcard.property.RawProperty;
import ezvcard.property.StructuredName;
import ezvcard.property.VCardProperty;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.contacts4j.domain.validation.Fault;
import org.jspecify.annotations.Nullable;

/**
 * The properties of a card that contacts have no field for. They are stored as lines of vCard 4.0 in the extension
 * {@value ContactCard#EXTENSION}, and are part of the contact's cards again.
 */
final class KeptProperties {

    /** The limit of a line, below that of a text in extensions. */
    private static final int MAX_LINE = 16_000;

    /** The limit of all lines, which leaves room for other extensions. */
    private static final int MAX_LINES = 32 * 1024;

    private static final String TOO_LONG = "must have at most " + MAX_LINE
            + " characters, and all properties without a field " + MAX_LINES + " together";

    private static final Pattern STRUCTURE = Pattern.compile("(?i)(BEGIN|END|VERSION|UID|FN|REV)[:;].*");

    /** A line break inside of a property. */
    private static final Pattern FOLD = Pattern.compile("\r\n[ \t]");

    private final VCard card;

    private KeptProperties(VCard card) {
        this.card = card;
    }

    /** Returns the properties of the extension; none if it is not a list of lines. */
    static KeptProperties of(@Nullable Object extension) {
        StringBuilder text = new StringBuilder("BEGIN:VCARD\r\nVERSION:4.0\r\n");
        if (extension instanceof List<?> lines) {
            for (Object line : lines) {
                if (line instanceof String property
                        && !STRUCTURE.matcher(property).matches()
                        && property.indexOf('\n') < 0
                        && property.indexOf('\r') < 0) {
                    text.append(property).append("\r\n");
                }
            }
        }
        if (text.indexOf(":", "BEGIN:VCARD\r\nVERSION:4.0".length()) < 0) {
            return new KeptProperties(new VCard());
        }
        try (VCardReader reader = new VCardReader(text.append("END:VCARD\r\n").toString())) {
            @Nullable VCard read = reader.readNext();
            VCard card = new VCard();
            for (VCardProperty property : read == null ? card : read) {
                if (written(property) != null) {
                    card.addProperty(property);
                }
            }
            return new KeptProperties(card);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the parts of the name that contacts have no field for: additional names and suffixes. */
    StructuredName name() {
        @Nullable StructuredName name = card.getStructuredName();
        return name == null ? new StructuredName() : new StructuredName(name);
    }

    /** Adds all properties but the name to a card. */
    void addTo(VCard other) {
        for (VCardProperty property : card) {
            if (!(property instanceof StructuredName)) {
                other.addProperty(property);
            }
        }
    }

    /**
     * The lines of properties.
     *
     * @param leftOut a warning for each property that is left out
     */
    record Lines(List<String> lines, List<Fault> leftOut) {}

    /** Returns the lines of these properties, without those that are too long or cannot be written. */
    static Lines lines(List<VCardProperty> properties) {
        List<String> lines = new ArrayList<>();
        List<Fault> leftOut = new ArrayList<>();
        int room = MAX_LINES;
        for (VCardProperty property : properties) {
            @Nullable String text = written(property);
            if (text == null) {
                leftOut.add(new Fault(nameOf(property), "has an invalid name or parameter"));
            }
            for (String line : text == null ? new String[0] : text.split("\r\n")) {
                if (STRUCTURE.matcher(line).matches()) {
                    continue;
                }
                if (line.length() <= Math.min(room, MAX_LINE)) {
                    lines.add(line);
                    room -= line.length();
                } else {
                    leftOut.add(new Fault(line.split("[;:]", 2)[0], TOO_LONG));
                }
            }
        }
        return new Lines(lines, leftOut);
    }

    private static String nameOf(VCardProperty property) {
        return property instanceof RawProperty raw
                ? raw.getPropertyName()
                : property.getClass().getSimpleName();
    }

    /**
     * Returns the card with this property alone, without folds; null if the property cannot be written: readers accept
     * names and parameters that writers refuse.
     */
    private static @Nullable String written(VCardProperty property) {
        VCard card = new VCard(VCardVersion.V4_0);
        card.addProperty(property);
        StringWriter text = new StringWriter();
        try (VCardWriter writer = new VCardWriter(text, VCardVersion.V4_0)) {
            writer.setAddProdId(false);
            writer.setVersionStrict(false);
            writer.write(card);
        } catch (IllegalArgumentException unwritable) {
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return FOLD.matcher(text.toString()).replaceAll("");
    }
}
