package org.contacts4j.http.importing;

import java.util.List;
import java.util.UUID;
import org.contacts4j.application.importing.undo.KeptContact;
import org.contacts4j.domain.EnumNames;
import org.jspecify.annotations.Nullable;

/**
 * The JSON of the contacts that the undo of an import left as they are.
 *
 * @param truncated whether there are more contacts
 */
record KeptContactsJson(List<KeptJson> contacts, boolean truncated) {

    static KeptContactsJson from(List<KeptContact> kept, int limit) {
        return new KeptContactsJson(
                kept.stream().limit(limit).map(KeptJson::from).toList(), kept.size() > limit);
    }

    record KeptJson(UUID id, @Nullable String name, String reason, String message) {

        static KeptJson from(KeptContact kept) {
            return new KeptJson(kept.id().value(), kept.name(), EnumNames.of(kept.reason()), messageOf(kept.reason()));
        }
    }

    private static String messageOf(KeptContact.Reason reason) {
        return switch (reason) {
            case CHANGED -> "The contact was changed after the import.";
            case DELETED -> "The contact was deleted after the import, or is hidden from the member who undoes it.";
            case IN_USE ->
                "The contact has comments, attachments or links, is the manager of another contact, or is the primary"
                        + " contact of its company.";
            case CODE_TAKEN -> "Another contact has the former code.";
            case EMAIL_TAKEN -> "Another contact has a former e-mail address.";
            case COMPANY_DELETED -> "The former company was deleted.";
            case MANAGER_UNAVAILABLE -> "The former manager was deleted, is hidden, or reports to the contact.";
        };
    }
}
