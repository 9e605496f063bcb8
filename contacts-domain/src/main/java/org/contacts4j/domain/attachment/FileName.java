package org.contacts4j.domain.attachment;

import java.util.Locale;
import java.util.regex.Pattern;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.Faults;
import org.contacts4j.domain.Rules;

/** What somebody calls a file. */
public final class FileName {

    /** For files that come without a name. */
    private static final String UNNAMED = "file";

    /** Control characters, and those that turn the direction of writing, so that {@code gpj.exe} reads as an image. */
    private static final Pattern MISLEADING =
            Pattern.compile("[\\p{Cntrl}\\u0085\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069\\ufeff]");

    private FileName() {}

    /**
     * The name without the folders before it and what misleads in it.
     *
     * @throws ContactsFailure.Invalid when it is too long or nothing that can be kept
     */
    public static String checked(String sent) {
        String last = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
        String name = MISLEADING.matcher(last).replaceAll("").strip();
        Faults faults = new Faults();
        Rules.checkText(name, Rules.TEXT, "fileName", faults);
        faults.throwIfAny();
        return name.isEmpty() || name.equals(".") || name.equals("..") ? UNNAMED : name;
    }

    /** What follows the last dot, in lower case; empty when there is none. */
    static String extension(String name) {
        return name.substring(name.lastIndexOf('.') + 1)
                .toLowerCase(Locale.ROOT)
                .substring(name.contains(".") ? 0 : name.length());
    }
}
