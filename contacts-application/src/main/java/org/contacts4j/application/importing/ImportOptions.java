package org.contacts4j.application.importing;

import java.util.List;
import org.contacts4j.application.importing.matching.MatchBy;

/**
 * The options of an import.
 *
 * @param updateExisting whether a row that matches a contact updates it; otherwise the row is skipped
 * @param dryRun whether the import only reports what would happen
 * @param tags the tags to add to every contact that is created or updated
 * @param clearDoNotContact whether a row may clear {@code dnc} of a contact; otherwise an update only sets it
 * @param file how the file is read
 */
public record ImportOptions(
        MatchBy matchBy,
        boolean updateExisting,
        boolean dryRun,
        List<String> tags,
        boolean clearDoNotContact,
        FileOptions file) {

    /** Matches by e-mail, skips existing contacts, and is not a dry run. */
    public static final ImportOptions DEFAULT = new ImportOptions(MatchBy.EMAIL, false, false, List.of());

    public ImportOptions {
        tags = List.copyOf(tags);
    }

    /** Creates options that keep {@code dnc}, for files that describe themselves. */
    public ImportOptions(MatchBy matchBy, boolean updateExisting, boolean dryRun, List<String> tags) {
        this(matchBy, updateExisting, dryRun, tags, false, FileOptions.DEFAULT);
    }

    /** Returns these options with another description of the file. */
    public ImportOptions with(FileOptions other) {
        return new ImportOptions(matchBy, updateExisting, dryRun, tags, clearDoNotContact, other);
    }
}
