package org.contacts4j.domain.attachment;

import java.util.Locale;
import java.util.regex.Pattern;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.validation.Faults;
import org.contacts4j.domain.validation.Rules;

/** Sanitizing of client-supplied file names. */
public final class FileName {

    /** The name of a file that arrives without one. */
    private static final String UNNAMED = "file";

    /** Control and bidirectional formatting characters. The latter can make {@code gpj.exe} look like an image. */
    private static final Pattern MISLEADING =
            Pattern.compile("[\\p{Cntrl}\\u0085\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069\\ufeff]");

    private FileName() {}

    /**
     * Returns the name without leading folders and misleading characters.
     *
     * @throws ContactsFailure.Invalid if the name is too long or has characters that cannot be stored
     */
    public static String checked(String sent) {
        String last = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
        String name = MISLEADING.matcher(last).replaceAll("").strip();
        Faults faults = new Faults();
        Rules.checkText(name, Rules.TEXT, "fileName", faults);
        faults.throwIfAny();
        return name.isEmpty() || name.equals(".") || name.equals("..") ? UNNAMED : name;
    }

    /** Returns the extension after the last dot, in lower case; empty if there is no dot. */
    static String extension(String name) {
        return name.substring(name.lastIndexOf('.') + 1)
                .toLowerCase(Locale.ROOT)
                .substring(name.contains(".") ? 0 : name.length());
    }
}
