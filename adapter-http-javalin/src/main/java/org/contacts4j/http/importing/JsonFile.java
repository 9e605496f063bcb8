package org.contacts4j.http.importing;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.contacts4j.application.importing.ImportRow;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.Patch;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.http.contact.ContactBody;
import org.contacts4j.http.json.Json;
import org.contacts4j.http.server.Refusal;
import org.jspecify.annotations.Nullable;

/** Contacts as JSON: a list of them, or an object with the list and what is to be done with it. */
final class JsonFile implements ImportFile {

    private static final String CONTACTS = "contacts";

    private final Path file;
    private final Map<String, @Nullable Object> members;
    private final long count;

    private JsonFile(Path file, Map<String, @Nullable Object> members, long count) {
        this.file = file;
        this.members = members;
        this.count = count;
    }

    /**
     * Looks a file through to its end, so that one that is not all JSON is refused before anything is kept of it.
     *
     * @throws org.contacts4j.http.server.Refusal when it is of another shape
     * @throws ContactsFailure.Invalid when it is not JSON
     */
    static JsonFile of(Path file) throws IOException {
        return Json.reading(() -> {
            try (JsonParser json = open(file)) {
                Map<String, @Nullable Object> members = new LinkedHashMap<>();
                JsonToken first = json.nextToken();
                long count = first == JsonToken.START_OBJECT ? object(json, members) : list(json);
                if (json.nextToken() != null) {
                    throw new ContactsFailure.Invalid("body", "must not hold anything after the contacts");
                }
                return new JsonFile(file, members, count);
            }
        });
    }

    /** What the object says beside the contacts; empty for a list. */
    Map<String, @Nullable Object> members() {
        return members;
    }

    @Override
    public long count() {
        return count;
    }

    @Override
    public List<String> columns() {
        return List.of("contact");
    }

    @Override
    public Map<String, String> mapping() {
        return Map.of();
    }

    @Override
    public List<String> unmapped() {
        return List.of();
    }

    @Override
    public Rows rows() throws IOException {
        JsonParser json = open(file);
        if (json.nextToken() == JsonToken.START_OBJECT) {
            while (!CONTACTS.equals(json.nextFieldName())) {
                json.nextToken();
                json.skipChildren();
            }
            json.nextToken();
        }
        return new JsonRows(json);
    }

    private static JsonParser open(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        return Json.parser(new BufferedInputStream(in));
    }

    private static long object(JsonParser json, Map<String, @Nullable Object> members) throws IOException {
        long count = -1;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            if (name.equals(CONTACTS)) {
                count = list(json);
            } else {
                members.put(name, new JsonValue(json, name).read());
            }
        }
        if (count < 0) {
            throw shape();
        }
        return count;
    }

    private static long list(JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            throw shape();
        }
        long count = 0;
        while (json.nextToken() != JsonToken.END_ARRAY) {
            new JsonValue(json, CONTACTS + "[" + count + "]").read();
            count++;
        }
        return count;
    }

    private static Refusal shape() {
        return ImportFile.refuse("Send a list of contacts, or an object with the list \"contacts\".");
    }

    /** The elements of the list, the first of which is row 1. */
    private static final class JsonRows implements Rows {

        private final JsonParser json;
        private long number;
        private @Nullable JsonToken next;

        /** The rows behind the beginning of the list. */
        JsonRows(JsonParser json) {
            this.json = json;
        }

        @Override
        public boolean hasNext() {
            if (next == null) {
                next = token();
            }
            return next != JsonToken.END_ARRAY;
        }

        @Override
        public ImportRow next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            number++;
            @Nullable Object element = element();
            next = null;
            List<String> sent = List.of(Json.text(element));
            return element instanceof Map<?, ?> object
                    ? new ImportRow(number, idOf(object), ContactBody.read(object), sent)
                    : new ImportRow(
                            number, null, Patch.<Contact>empty().withFault("row", "must be a JSON object"), sent);
        }

        private static @Nullable String idOf(Map<?, ?> object) {
            return object.get("id") instanceof String id ? id : null;
        }

        // The file has been read to its end before, so that what fails here is the disk.

        private JsonToken token() {
            try {
                return json.nextToken();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private @Nullable Object element() {
            try {
                return new JsonValue(json, CONTACTS).read();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            try {
                json.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
