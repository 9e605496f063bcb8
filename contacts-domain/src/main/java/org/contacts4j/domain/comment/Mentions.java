package org.contacts4j.domain.comment;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.contacts4j.domain.MemberId;

/** Finds the members that a text speaks to. */
final class Mentions {

    /** The most that are found in one text. */
    private static final int MAX = 100;

    /**
     * An at sign that is not inside a word (which leaves e-mail addresses alone), then an id: letters, digits and what
     * ids and addresses have between them, or anything in square brackets.
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
