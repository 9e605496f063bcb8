package org.contacts4j.http.importing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.contacts4j.application.importing.FileOptions;
import org.contacts4j.application.importing.ImportOptions;
import org.contacts4j.application.importing.matching.MatchBy;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.customfield.LocalForms;
import org.contacts4j.domain.validation.Faults;
import org.contacts4j.domain.validation.Rules;
import org.contacts4j.http.server.request.QueryParameters;
import org.contacts4j.json.Json;
import org.contacts4j.json.ValueReader;
import org.contacts4j.json.ValueReaders;
import org.jspecify.annotations.Nullable;

/**
 * The options of an import, from the query, the fields of a form, or the members beside the contacts in a JSON object.
 */
final class ImportParameters {

    private static final int MAX_TAGS = 20;
    private static final int MAX_MAPPED = 500;
    private static final Map<String, MatchBy> WORDS =
            Map.of("email", MatchBy.EMAIL, "phone", MatchBy.PHONE, "code", MatchBy.CODE, "id", MatchBy.ID);

    private ImportParameters() {}

    static ImportOptions read(QueryParameters query) {
        @Nullable MatchBy by = query.word("matchBy", WORDS);
        @Nullable Boolean update = query.bool("updateExisting");
        @Nullable Boolean dry = query.bool("dryRun");
        List<String> tags = new ArrayList<>();
        query.texts("tags").forEach(text -> addTags(text, tags));
        Faults faults = new Faults();
        checkTags(tags, faults);
        @Nullable Boolean clear = query.bool("clearDnc");
        LocalForms forms = LocalForms.of(query.text("dateFormat"), query.text("decimal"), faults);
        Map<String, String> mapping = mapping(query.allSent("mapping"), faults);
        faults.list().forEach(fault -> query.refuse(fault.field(), fault.message()));
        query.throwIfInvalid();
        return new ImportOptions(
                by == null ? MatchBy.EMAIL : by,
                isTrue(update),
                isTrue(dry),
                tags,
                isTrue(clear),
                new FileOptions(null, null, mapping, forms));
    }

    /**
     * Returns the options with those that the members of an object replace.
     *
     * @param usual the options for absent members
     */
    static ImportOptions read(Map<String, @Nullable Object> members, ImportOptions usual) {
        Faults faults = new Faults();
        MatchBy by = member(members, "matchBy", ValueReaders.word(MatchBy.class), usual.matchBy(), faults);
        boolean update = member(members, "updateExisting", ValueReaders.BOOL, usual.updateExisting(), faults);
        boolean dry = member(members, "dryRun", ValueReaders.BOOL, usual.dryRun(), faults);
        List<String> tags = member(members, "tags", ValueReaders.listOf(ValueReaders.TEXT), usual.tags(), faults);
        checkTags(tags, faults);
        boolean clear = member(members, "clearDnc", ValueReaders.BOOL, usual.clearDoNotContact(), faults);
        LocalForms known = usual.file().forms();
        LocalForms forms = LocalForms.of(
                memberOrNull(members, "dateFormat", ValueReaders.TEXT, known.dateFormat(), faults),
                memberOrNull(members, "decimal", ValueReaders.TEXT, known.decimal(), faults),
                faults);
        Map<String, String> mapping =
                members.get("mapping") == null ? usual.file().mapping() : mapping(members.get("mapping"), faults);
        faults.throwIfAny();
        FileOptions file = new FileOptions(
                usual.file().charset(),
                usual.file().separator(),
                mapping,
                forms,
                usual.file().customFields());
        return new ImportOptions(by, update, dry, tags, clear, file);
    }

    private static void addTags(String text, List<String> tags) {
        for (String tag : text.split(";")) {
            if (!tag.isBlank()) {
                tags.add(tag.strip());
            }
        }
    }

    private static Map<String, String> mapping(List<String> sent, Faults faults) {
        @Nullable String last = sent.isEmpty() ? null : sent.get(sent.size() - 1);
        if (last == null || last.isBlank()) {
            return Map.of();
        }
        try {
            return mapping(Json.read(last), faults);
        } catch (ContactsFailure.Invalid invalid) {
            return mapping((Object) null, faults);
        }
    }

    private static Map<String, String> mapping(@Nullable Object sent, Faults faults) {
        Map<String, String> mapping = new LinkedHashMap<>();
        if (!(sent instanceof Map<?, ?> object) || object.size() > MAX_MAPPED) {
            faults.add(
                    "mapping",
                    "must be a JSON object of at most " + MAX_MAPPED + " columns with their fields, such as"
                            + " {\"Column 7\": \"metadata.title\"}");
            return mapping;
        }
        object.forEach((column, field) -> {
            if (field instanceof String path && !String.valueOf(column).isBlank()) {
                mapping.put(String.valueOf(column).strip(), path.strip());
            } else {
                faults.add("mapping", "has no field for '" + column + "'; fields are text, such as metadata.title");
            }
        });
        return mapping;
    }

    private static <T> @Nullable T memberOrNull(
            Map<String, @Nullable Object> members, String name, ValueReader<T> kind, @Nullable T usual, Faults faults) {
        @Nullable Object sent = members.get(name);
        return sent == null ? usual : kind.read(sent, name, faults);
    }

    private static <T> T member(
            Map<String, @Nullable Object> members, String name, ValueReader<T> kind, T usual, Faults faults) {
        @Nullable Object sent = members.get(name);
        @Nullable T read = sent == null ? null : kind.read(sent, name, faults);
        return read == null ? usual : read;
    }

    private static void checkTags(List<String> tags, Faults faults) {
        if (tags.size() > MAX_TAGS) {
            faults.add("tags", "must not be more than " + MAX_TAGS);
        }
        for (String tag : tags) {
            Rules.checkText(tag.strip(), Rules.TEXT, "tags", faults);
            if (tag.isBlank()) {
                faults.add("tags", "must not be blank");
            }
        }
    }

    private static boolean isTrue(@Nullable Boolean sent) {
        return sent != null && sent;
    }
}
