package org.contacts4j.importing.cell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.validation.Faults;
import org.contacts4j.domain.validation.Rule;
import org.contacts4j.domain.validation.Rules;

/** The e-mail addresses of cells, which may be those of a mail header: {@code Ada <ada@example.org>, ...}. */
public final class EmailCells {

    private static final Rule<String> EMAIL = Rules.email();
    private static final String MAILTO = "mailto:";

    /** Characters between addresses and around them. Some may be part of an unusual address. */
    private static final Pattern BETWEEN = Pattern.compile("[\\s,;/|<>()\\[\\]\"]+");

    private static final Pattern EDGES = Pattern.compile("^[.:']+|[.:']+$");

    private EmailCells() {}

    /** Returns the addresses of a cell. A text that contains none is returned as it is. */
    public static List<String> addresses(String cell) {
        List<String> addresses = new ArrayList<>();
        for (String value : Cells.values(cell)) {
            List<String> parts = List.of(value.split(","));
            boolean several = parts.stream().allMatch(part -> part.indexOf('@') >= 0);
            (several ? parts : List.of(value)).forEach(part -> addresses.addAll(inText(part.strip())));
        }
        return addresses;
    }

    /** Returns the faults of an address. */
    public static Faults check(String address) {
        Faults faults = new Faults();
        EMAIL.check(address, ContactField.EMAILS.name(), faults);
        return faults;
    }

    private static List<String> inText(String text) {
        String address = alone(text);
        if (isPlain(address) || check(address).count() == 0) {
            return List.of(address);
        }
        List<String> found = Arrays.stream(BETWEEN.split(text))
                .filter(word -> word.indexOf('@') >= 0)
                .map(word -> alone(EDGES.matcher(word).replaceAll("")))
                .toList();
        boolean isValid =
                !found.isEmpty() && found.stream().allMatch(word -> check(word).count() == 0);
        return isValid ? found : List.of(address);
    }

    /** Returns whether the text has no characters around an address or between several. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isLetterOrDigit(c) && "@._-+".indexOf(c) < 0) {
                return false;
            }
        }
        return !text.isEmpty() && !text.startsWith(".") && !text.endsWith(".");
    }

    private static String alone(String text) {
        int open = text.lastIndexOf('<');
        String address = open >= 0 && text.endsWith(">") ? text.substring(open + 1, text.length() - 1) : text;
        if (address.regionMatches(true, 0, MAILTO, 0, MAILTO.length())) {
            address = address.substring(MAILTO.length());
        }
        boolean quoted = address.length() > 2 && address.startsWith("'") && address.endsWith("'");
        return quoted ? address.substring(1, address.length() - 1) : address;
    }
}
