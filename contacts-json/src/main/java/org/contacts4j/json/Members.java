package org.contacts4j.json;

import java.util.Map;
import org.contacts4j.domain.validation.Faults;
import org.jspecify.annotations.Nullable;

/**
 * The members of a small body that is not a patch. Reading an invalid member records a validation error, so that one
 * error response lists all errors.
 */
public final class Members {

    private final Map<?, ?> object;
    private final Faults faults = new Faults();

    private Members(Map<?, ?> object) {
        this.object = object;
    }

    /**
     * Reads the members of an object.
     *
     * @throws org.contacts4j.domain.ContactsFailure.Invalid on {@code body} when the text is not a JSON object
     */
    public static Members of(byte[] json) {
        return new Members(Json.readObject(json));
    }

    /** Returns a required text; empty after a validation error. */
    public String requiredText(String member) {
        if (object.get(member) == null) {
            faults.add(member, "is required");
        }
        @Nullable String text = text(member);
        return text == null ? "" : text;
    }

    /** Returns a text; null when unset, and after a validation error. */
    public @Nullable String text(String member) {
        @Nullable Object value = object.get(member);
        return value == null ? null : ValueReaders.TEXT.read(value, member, faults);
    }

    /** Throws {@link org.contacts4j.domain.ContactsFailure.Invalid} with all recorded validation errors, if any. */
    public void throwIfInvalid() {
        faults.throwIfAny();
    }
}
