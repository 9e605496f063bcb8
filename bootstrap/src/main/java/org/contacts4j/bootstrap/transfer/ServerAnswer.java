package org.contacts4j.bootstrap.transfer;

import java.util.List;
import java.util.Map;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * A server's JSON response.
 *
 * @param members the members of the object; empty if the response is no JSON object
 */
public record ServerAnswer(Map<?, ?> members) {

    /** Parses a response. */
    public static ServerAnswer of(String json) {
        try {
            return new ServerAnswer(Json.readObject(json));
        } catch (ContactsFailure.Invalid notAnObject) {
            return new ServerAnswer(Map.of());
        }
    }

    /** Returns whether the import that the response describes has ended. */
    public boolean hasEnded() {
        return text("state").equals("done") || text("state").equals("failed");
    }

    /** Returns the text of a member; empty when the member is absent. */
    public String text(String member) {
        return text(members, member);
    }

    /** Returns the whole number of a member; 0 when the member is absent. */
    public long number(String member) {
        return members.get(member) instanceof Number number ? number.longValue() : 0;
    }

    /** Returns at most {@code limit} listed warnings, such as {@code row 3: website is not a web address}. */
    public List<String> warnings(int limit) {
        return members.get("warnings") instanceof List<?> list
                ? list.stream()
                        .limit(limit)
                        .map(warning -> (Map<?, ?>) warning)
                        .map(warning -> "row " + warning.get("row") + ": " + text(warning, "field") + " "
                                + text(warning, "message"))
                        .toList()
                : List.of();
    }

    private static String text(Map<?, ?> object, String member) {
        @Nullable Object value = object.get(member);
        return value instanceof String text ? text : "";
    }
}
