package org.contacts4j.json;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.patch.Field;
import org.contacts4j.domain.patch.Patch;
import org.contacts4j.domain.validation.Fault;

/**
 * The members of a record's JSON object, in order. One list reads the patches of requests and writes the records of
 * responses.
 *
 * @param <R> the type of the record
 */
public final class JsonMembers<R> {

    private final JsonWriter<R> writer = new JsonWriter<>();
    private final Map<String, String> paths = new HashMap<>();
    private PatchReader<R> reader = PatchReader.empty();

    /** Adds a field under its own name. */
    public <T> JsonMembers<R> with(Field<R, T> field, JsonType<T> type) {
        return with(field.name(), field, type);
    }

    /** Adds a field under another name. */
    public <T> JsonMembers<R> with(String name, Field<R, T> field, JsonType<T> type) {
        reader = reader.with(name, field, type.reader());
        writer.value(name, field, type);
        paths.put(field.name(), name);
        return this;
    }

    /** Adds an object inside this one, which groups members. */
    public JsonMembers<R> object(String name, Consumer<JsonMembers<R>> members) {
        JsonMembers<R> inner = new JsonMembers<>();
        members.accept(inner);
        reader = reader.within(name, inner.reader);
        writer.object(name, record -> record, inner.writer);
        inner.paths.forEach((field, path) -> paths.put(field, name + "." + path));
        return this;
    }

    /** Adds members of responses that requests do not have. */
    public JsonMembers<R> written(Consumer<JsonWriter<R>> members) {
        members.accept(writer);
        return this;
    }

    /**
     * Returns the path of the member for a field that a validation error names, such as {@code metadata.title} for
     * {@code title}. A part of the field, such as {@code [1].label}, is retained. A field without a member keeps its name.
     */
    public String pathOf(String field) {
        int end = 0;
        while (end < field.length() && field.charAt(end) != '.' && field.charAt(end) != '[') {
            end++;
        }
        String name = field.substring(0, end);
        return paths.getOrDefault(name, name) + field.substring(end);
    }

    /**
     * Runs work with a patch of these members, so that validation errors name members.
     *
     * @throws ContactsFailure.Invalid with the paths of members, if the work throws it with names of fields
     */
    public <T> T naming(Supplier<T> work) {
        try {
            return work.get();
        } catch (ContactsFailure.Invalid e) {
            throw new ContactsFailure.Invalid(e.faults().stream()
                    .map(fault -> new Fault(pathOf(fault.field()), fault.kind(), fault.message()))
                    .toList());
        }
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
