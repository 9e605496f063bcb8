package org.contacts4j.http.server;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.Precondition;
import org.contacts4j.domain.organization.Caller;

/**
 * Versions as ETags (RFC 9110 section 8.8.3), and the conditions clients make with them. A compressed answer is another
 * representation and has another tag, {@code "7-gzip"}; clients may send either.
 */
public final class ETags {

    private static final Pattern TAG = Pattern.compile("\\s*(W/)?\"([\\x21\\x23-\\x7E\\x80-\\xFF]*)\"\\s*");
    private static final Pattern VERSION = Pattern.compile("(\\d{1,18})(-gzip)?");

    private ETags() {}

    static String of(long version, boolean gzip) {
        return gzip ? "\"" + version + "-gzip\"" : "\"" + version + "\"";
    }

    /** Whether the client says it has this version already. Strong and weak tags are equal here (section 13.1.2). */
    public static boolean isKnown(Context ctx, long version) {
        Optional<List<Tag>> sent = tags(ctx, "If-None-Match");
        return sent.isPresent() && sent.get().stream().anyMatch(tag -> tag.isAny() || tag.version() == version);
    }

    /**
     * The same for a record that names contacts. Never for restricted callers: whether they see such a contact can change
     * while the version stays.
     */
    public static boolean isKnown(Context ctx, Caller caller, long version) {
        return isKnown(ctx, version) && !caller.isRestricted();
    }

    /**
     * What {@code If-Match} asks of the version to be changed, where a weak tag never matches (section 13.1.1), or {@code
     * If-None-Match: *}, that there be none (section 13.1.2). Both can hold for no record.
     */
    public static Precondition precondition(Context ctx) {
        Optional<List<Tag>> sent = tags(ctx, "If-Match");
        if (namesAny(tags(ctx, "If-None-Match"))) {
            return sent.isEmpty() ? Precondition.absent() : new Precondition.VersionIn(Set.of());
        }
        if (sent.isEmpty() || namesAny(sent)) {
            return Precondition.none();
        }
        Set<Long> versions = sent.get().stream()
                .filter(tag -> !tag.weak() && tag.version() >= 0)
                .map(Tag::version)
                .collect(Collectors.toSet());
        return new Precondition.VersionIn(versions);
    }

    /** Whether {@code If-Match: *} asks that there be a record at all. */
    public static boolean wantsExisting(Context ctx) {
        return namesAny(tags(ctx, "If-Match"));
    }

    private static boolean namesAny(Optional<List<Tag>> tags) {
        return tags.isPresent() && tags.get().stream().anyMatch(Tag::isAny);
    }

    private static Optional<List<Tag>> tags(Context ctx, String header) {
        if (ctx.header(header) == null) {
            return Optional.empty();
        }
        List<Tag> tags = new ArrayList<>();
        for (String line : Collections.list(ctx.req().getHeaders(header))) {
            for (String item : line.split(",")) {
                tags.add(Tag.parse(item, header));
            }
        }
        return Optional.of(tags);
    }

    /**
     * One tag.
     *
     * @param version -1 when the tag is none of ours
     */
    private record Tag(boolean isAny, boolean weak, long version) {

        static Tag parse(String text, String header) {
            if (text.strip().equals("*")) {
                return new Tag(true, false, -1);
            }
            Matcher tag = TAG.matcher(text);
            if (!tag.matches()) {
                throw new ContactsFailure.Invalid(header, "must be * or entity tags in quotes, such as \"7\"");
            }
            Matcher version = VERSION.matcher(tag.group(2));
            return new Tag(false, tag.group(1) != null, version.matches() ? Long.parseLong(version.group(1)) : -1);
        }
    }
}
