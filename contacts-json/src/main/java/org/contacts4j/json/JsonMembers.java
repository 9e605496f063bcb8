package org.contacts4j.json;

import java.util.Map;
import java.util.function.Consumer;
import org.contacts4j.domain.patch.Field;
import org.contacts4j.domain.patch.Patch;

/**
 * The members of a record's JSON object, in order. One list reads the patches of requests and writes the records of
 * responses.
 *
 * @param <R> the type of the record
 */
public final class JsonMembers<R> {

    private final JsonWriter<R> writer = new JsonWriter<>();
    private PatchReader<R> reader = PatchReader.empty();

    /** Adds a field under its own name. */
    public <T> JsonMembers<R> with(Field<R, T> field, JsonType<T> type) {
        return with(field.name(), field, type);
    }

    /** Adds a field under another name. */
    public <T> JsonMembers<R> with(String name, Field<R, T> field, JsonType<T> type) {
        reader = reader.with(name, field, type.reader());
        writer.value(name, field, type);
        return this;
    }

    /** Adds an object inside this one, which groups members. */
    public JsonMembers<R> object(String name, Consumer<JsonMembers<R>> members) {
        JsonMembers<R> inner = new JsonMembers<>();
        members.accept(inner);
        reader = reader.within(name, inner.reader);
        writer.object(name, record -> record, inner.writer);
        return this;
    }

    /** Adds members of responses that requests do not have. */
    public JsonMembers<R> written(Consumer<JsonWriter<R>> members) {
        members.accept(writer);
        return this;
    }

    /**
     * Returns the patch of a body. The patch has a validation error for every member of a wrong type. Members that are
     * not in this list are ignored.
     *
     * @throws org.contacts4j.domain.ContactsFailure.Invalid on {@code body} when the text is not a JSON object
     */
    public Patch<R> read(byte[] json) {
        return read(Json.readObject(json));
    }

    /** Returns the patch of a parsed body. */
    public Patch<R> read(Map<?, ?> object) {
        return reader.read(object);
    }

    /** Returns the JSON of a record. All keys are present, null when unset. */
    public JsonWritable<R> of(R record) {
        return new JsonWritable<>(record, writer);
    }
}
