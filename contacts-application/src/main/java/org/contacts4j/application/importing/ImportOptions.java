package org.contacts4j.application.importing;

import java.util.List;

/**
 * How an import goes about it.
 *
 * @param updateExisting whether a row that is recognised changes the contact; else it is skipped
 * @param dryRun whether it is only to be told what would happen
 * @param tags added to every contact that is created or updated
 */
public record ImportOptions(MatchBy matchBy, boolean updateExisting, boolean dryRun, List<String> tags) {

    /** Recognises by e-mail, skips what is there, and does it. */
    public static final ImportOptions USUAL = new ImportOptions(MatchBy.EMAIL, false, false, List.of());

    public ImportOptions {
        tags = List.copyOf(tags);
    }
}
