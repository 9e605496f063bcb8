package org.contacts4j.http.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.contacts4j.application.importing.ImportOptions;
import org.contacts4j.application.importing.matching.MatchBy;
import org.contacts4j.domain.validation.Faults;
import org.contacts4j.domain.validation.Rules;
import org.contacts4j.http.server.request.QueryParameters;
import org.contacts4j.importing.ColumnNames;
import org.contacts4j.json.ValueReader;
import org.contacts4j.json.ValueReaders;
import org.jspecify.annotations.Nullable;

/**
 * The options of an import, from the query, the fields of a form, or the members beside the contacts in a JSON object.
 */
final class ImportParameters {

    private static final int MAX_TAGS = 20;
    private static final Map<String, MatchBy> WORDS =
            Map.of("email", MatchBy.EMAIL, "phone", MatchBy.PHONE, "code", MatchBy.CODE, "id", MatchBy.ID);

    private ImportParameters() {}

    static ImportOptions read(QueryParameters query) {
        @Nullable MatchBy by = query.word("matchBy", WORDS);
        @Nullable Boolean update = query.bool("updateExisting");
        @Nullable Boolean dry = query.bool("dryRun");
        List<String> tags = new ArrayList<>();
        query.texts("tags").forEach(text -> tags.addAll(ColumnNames.parts(text)));
        Faults faults = new Faults();
        checkTags(tags, faults);
        faults.list().forEach(fault -> query.refuse(fault.field(), fault.message()));
        query.throwIfInvalid();
        return new ImportOptions(by == null ? MatchBy.EMAIL : by, isTrue(update), isTrue(dry), tags);
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
        faults.throwIfAny();
        return new ImportOptions(by, update, dry, tags);
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
