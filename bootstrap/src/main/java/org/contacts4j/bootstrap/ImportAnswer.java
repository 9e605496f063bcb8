package org.contacts4j.bootstrap;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a server says of an import; as much of JSON as that takes. */
record ImportAnswer(String json) {

    boolean isAtItsEnd() {
        return text("state").equals("done") || text("state").equals("failed");
    }

    /** The text of a member; empty when it has none. */
    String text(String member) {
        Matcher matcher =
                Pattern.compile("\"" + member + "\":\"((?:[^\"\\\\]|\\\\.)*)\"").matcher(json);
        return matcher.find() ? matcher.group(1).replace("\\\"", "\"") : "";
    }

    /** The whole number of a member; 0 when it has none. */
    long number(String member) {
        Matcher matcher = Pattern.compile("\"" + member + "\":(\\d{1,18})").matcher(json);
        return matcher.find() ? Long.parseLong(matcher.group(1)) : 0;
    }
}
