package org.contacts4j.http.json;

import java.util.Map;
import org.contacts4j.domain.Faults;
import org.jspecify.annotations.Nullable;

/** The members of a small body that is no patch. Reading one that is wrong adds a fault, so that one refusal names all. */
public final class Members {

    private final Map<?, ?> object;
    private final Faults faults = new Faults();

    private Members(Map<?, ?> object) {
        this.object = object;
    }

    /**
     * The members of an object.
     *
     * @throws org.contacts4j.domain.ContactsFailure.Invalid on {@code body} when it is anything else
     */
    public static Members of(byte[] json) {
        return new Members(Json.readObject(json));
    }

    /** A text that must be there; empty after a fault. */
    public String requiredText(String member) {
        if (object.get(member) == null) {
            faults.add(member, "is required");
        }
        @Nullable String text = text(member);
        return text == null ? "" : text;
    }

    /** A text; null when it is unset, and after a fault. */
    public @Nullable String text(String member) {
        @Nullable Object value = object.get(member);
        return value == null ? null : ValueReaders.TEXT.read(value, member, faults);
    }

    /** Throws {@link org.contacts4j.domain.ContactsFailure.Invalid} naming every member that is wrong. */
    public void throwIfWrong() {
        faults.throwIfAny();
    }
}
