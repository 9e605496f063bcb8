package org.contacts4j.application.importing;

import java.util.List;
import org.contacts4j.application.importing.matching.MatchBy;

/**
 * The options of an import.
 *
 * @param updateExisting whether a row that matches a contact updates it; otherwise the row is skipped
 * @param dryRun whether the import only reports what would happen
 * @param tags the tags to add to every contact that is created or updated
 */
public record ImportOptions(MatchBy matchBy, boolean updateExisting, boolean dryRun, List<String> tags) {

    /** Matches by e-mail, skips existing contacts, and is not a dry run. */
    public static final ImportOptions DEFAULT = new ImportOptions(MatchBy.EMAIL, false, false, List.of());

    public ImportOptions {
        tags = List.copyOf(tags);
    }
}
