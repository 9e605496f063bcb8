package org.contacts4j.importing;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.contacts4j.application.importing.ImportRow;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.json.Json;
import org.jspecify.annotations.Nullable;

/** Contacts in JSON: a list of contacts, or an object with the list and the options of the import. */
final class JsonFile implements ImportFile {

    private static final String CONTACTS = "contacts";

    /**
     * The limit of elements that are not objects. Up to this limit they are failed rows; a list with more is rejected.
     */
    private static final int MAX_OTHER_ELEMENTS = 100;

    private final Path file;
    private final Map<String, @Nullable Object> members;
    private final long count;

    private JsonFile(Path file, Map<String, @Nullable Object> members, long count) {
        this.file = file;
        this.members = members;
        this.count = count;
    }

    /**
     * Reads the whole file once, so that invalid JSON is rejected before any row is stored.
     *
     * @throws UnreadableFile when the JSON has another structure
     * @throws ContactsFailure.Invalid when the file is not JSON
     */
    static JsonFile of(Path file) throws IOException {
        return Json.reading(() -> {
            try (StreamingJson pass = StreamingJson.over(file)) {
                Map<String, @Nullable Object> members = new LinkedHashMap<>();
                JsonToken first = pass.parser().nextToken();
                long count = first == JsonToken.START_OBJECT ? object(pass, members) : list(pass);
                if (pass.parser().nextToken() != null) {
                    throw new ContactsFailure.Invalid("body", "must not hold anything after the contacts");
                }
                return new JsonFile(file, members, count);
            }
        });
    }

    @Override
    public Map<String, @Nullable Object> members() {
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
        StreamingJson pass = StreamingJson.over(file);
        JsonParser json = pass.parser();
        if (json.nextToken() == JsonToken.START_OBJECT) {
            while (!CONTACTS.equals(json.nextFieldName())) {
                json.nextToken();
                json.skipChildren();
            }
            json.nextToken();
        }
        return new JsonRows(pass);
    }

    private static long object(StreamingJson pass, Map<String, @Nullable Object> members) throws IOException {
        long count = -1;
        int characters = 0;
        JsonParser json = pass.parser();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            if (members.containsKey(name) || (count >= 0 && name.equals(CONTACTS))) {
                throw new ContactsFailure.Invalid(name, "must not be sent twice");
            }
            if (name.equals(CONTACTS)) {
                count = list(pass);
            } else {
                StreamingJson.Value value = pass.value();
                characters += name.length() + value.text().length();
                refuseLong(value.whole() && characters <= StreamingJson.MAX_VALUE, name);
                members.put(name, Json.read(value.text()));
            }
        }
        if (count < 0) {
            throw shape();
        }
        return count;
    }

    private static void refuseLong(boolean fits, String name) {
        if (!fits) {
            throw new ContactsFailure.Invalid(name, "must not take more than 1 MiB, with all members but contacts");
        }
    }

    private static long list(StreamingJson pass) throws IOException {
        JsonParser json = pass.parser();
        if (json.currentToken() != JsonToken.START_ARRAY) {
            throw shape();
        }
        long count = 0;
        int others = 0;
        while (json.nextToken() != JsonToken.END_ARRAY) {
            count++;
            if (json.currentToken() != JsonToken.START_OBJECT && ++others > MAX_OTHER_ELEMENTS) {
                throw new UnreadableFile(
                        ("Element %d of the contacts is not a JSON object, and neither are %d before it. Send"
                                        + " a list of contacts, each of which is a JSON object.")
                                .formatted(count, MAX_OTHER_ELEMENTS));
            }
            pass.skip();
        }
        return count;
    }

    private static UnreadableFile shape() {
        return new UnreadableFile("Send a list of contacts, or an object with the list \"contacts\".");
    }

    /** The elements of the list. The first element is row 1. */
    private static final class JsonRows implements Rows {

        private final StreamingJson pass;
        private long number;
        private @Nullable JsonToken next;

        /** Creates the rows of a parser that has read the beginning of the list. */
        JsonRows(StreamingJson pass) {
            this.pass = pass;
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
            boolean object = next == JsonToken.START_OBJECT;
            StreamingJson.Value sent = value();
            next = null;
            if (!sent.whole()) {
                return refused(sent, "must not take more than 1 MiB");
            }
            return object ? JsonRow.of(number, sent.text()) : refused(sent, "must be a JSON object");
        }

        private ImportRow refused(StreamingJson.Value sent, String why) {
            return JsonRow.refused(number, sent.text(), why);
        }

        // The file was already read to its end once, so an exception here is a disk error.

        private JsonToken token() {
            try {
                return pass.parser().nextToken();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private StreamingJson.Value value() {
            try {
                return pass.value();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            try {
                pass.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
