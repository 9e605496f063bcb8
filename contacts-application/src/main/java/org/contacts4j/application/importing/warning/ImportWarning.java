package org.contacts4j.application.importing.warning;

import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.validation.Fault;
import org.jspecify.annotations.Nullable;

/**
 * A warning about a row of an import that did not fail. Its size is limited because it is stored.
 *
 * @param row the number of the row
 * @param fault the field and what was left out, mended or skipped; of the message, the first {@value #MAX_CHARACTERS}
 *     characters
 * @param contact the contact that the row created or matches; null if it matches several or is not known
 */
public record ImportWarning(long row, Fault fault, @Nullable ContactId contact) {

    /** The maximum number of characters of a message. */
    public static final int MAX_CHARACTERS = 1_000;

    public ImportWarning {
        String message = fault.message();
        if (message.length() > MAX_CHARACTERS) {
            boolean isPair = Character.isHighSurrogate(message.charAt(MAX_CHARACTERS - 2));
            fault = new Fault(fault.field(), message.substring(0, MAX_CHARACTERS - (isPair ? 2 : 1)) + "…");
        }
    }
}
