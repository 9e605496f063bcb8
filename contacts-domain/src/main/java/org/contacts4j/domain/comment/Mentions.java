package org.contacts4j.domain.comment;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.contacts4j.domain.id.MemberId;

/** A parser of member mentions in comment texts. */
final class Mentions {

    /** The maximum number of mentions returned for one text. */
    private static final int MAX = 100;

    /**
     * An at sign that is not inside a word, so that e-mail addresses do not match, followed by an id. An id consists of
     * letters, digits and the separators of ids and addresses, or of anything in square brackets.
     */
    private static final Pattern MENTION = Pattern.compile("(?<![\\p{L}\\p{N}._%+-])@(?:\\[([^\\[\\]\\p{Cntrl}]{1,"
            + MemberId.MAX_LENGTH + "})]|([\\p{L}\\p{N}_]++(?:[.@:|+-]++[\\p{L}\\p{N}_]++)*+))");

    private Mentions() {}

    static List<MemberId> in(String text) {
        return MENTION.matcher(text)
                .results()
                .map(Mentions::id)
                .filter(id -> !id.isBlank() && id.length() <= MemberId.MAX_LENGTH)
                .distinct()
                .limit(MAX)
                .map(MemberId::new)
                .toList();
    }

    private static String id(MatchResult mention) {
        String inBrackets = mention.group(1);
        return inBrackets != null ? inBrackets.strip() : mention.group(2);
    }
}
