package org.contacts4j.http.server.response;

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
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.domain.patch.Precondition;

/**
 * Record versions as ETags (RFC 9110 section 8.8.3), and the conditional headers that refer to them. A compressed
 * response is another representation and has another tag, {@code "7-gzip"}. Clients may send either tag.
 */
public final class ETags {

    private static final Pattern TAG = Pattern.compile("\\s*(W/)?\"([\\x21\\x23-\\x7E\\x80-\\xFF]*)\"\\s*");
    private static final Pattern VERSION = Pattern.compile("(\\d{1,18})(-gzip)?");

    private ETags() {}

    static String of(long version, boolean gzip) {
        return gzip ? "\"" + version + "-gzip\"" : "\"" + version + "\"";
    }

    /**
     * Returns whether {@code If-None-Match} contains this version. Strong and weak tags are equal here (section
     * 13.1.2).
     */
    public static boolean isKnown(Context ctx, long version) {
        Optional<List<Tag>> sent = tags(ctx, "If-None-Match");
        return sent.isPresent() && sent.get().stream().anyMatch(tag -> tag.isAny() || tag.version() == version);
    }

    /**
     * Returns whether {@code If-None-Match} contains this version of a record that refers to contacts. Always false for
     * restricted callers: the visibility of such a contact can change without a new version.
     */
    public static boolean isKnown(Context ctx, Caller caller, long version) {
        return isKnown(ctx, version) && !caller.isRestricted();
    }

    /**
     * Returns the precondition of a write. {@code If-Match} lists the accepted versions; a weak tag never matches
     * (section 13.1.1). {@code If-None-Match: *} requires that the record does not exist (section 13.1.2). With both
     * headers the precondition never holds.
     *
     * @throws ContactsFailure.Invalid when a header is neither {@code *} nor a list of entity tags
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

    /** Returns whether {@code If-Match: *} requires that the record exists. */
    public static boolean requiresExisting(Context ctx) {
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
     * An entity tag.
     *
     * @param version -1 when the tag is not one that this server creates
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
