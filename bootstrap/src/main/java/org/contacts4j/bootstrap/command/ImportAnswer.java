package org.contacts4j.bootstrap.command;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server's response about an import. Parses only the JSON that such responses contain. */
record ImportAnswer(String json) {

    boolean hasEnded() {
        return text("state").equals("done") || text("state").equals("failed");
    }

    /** Returns the text of a JSON member; empty when the member is absent. */
    String text(String member) {
        Matcher matcher =
                Pattern.compile("\"" + member + "\":\"((?:[^\"\\\\]|\\\\.)*)\"").matcher(json);
        return matcher.find() ? matcher.group(1).replace("\\\"", "\"") : "";
    }

    /** Returns the whole number of a JSON member; 0 when the member is absent. */
    long number(String member) {
        Matcher matcher = Pattern.compile("\"" + member + "\":(\\d{1,18})").matcher(json);
        return matcher.find() ? Long.parseLong(matcher.group(1)) : 0;
    }
}
