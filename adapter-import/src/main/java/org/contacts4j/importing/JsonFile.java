package org.contacts4j.importing;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.contacts4j.application.importing.FileOptions;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.importing.column.UnknownMembers;
import org.contacts4j.importing.text.TextEncoding;
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
    private final Charset charset;
    private final UnknownMembers unknown;

    private JsonFile(
            Path file, Map<String, @Nullable Object> members, long count, Charset charset, FileOptions options) {
        this.file = file;
        this.charset = charset;
        this.unknown = new UnknownMembers(options);
        this.members = members;
        this.count = count;
    }

    /**
     * Reads the whole file once, so that invalid JSON is rejected before any row is stored.
     *
     * @throws UnreadableFile when the JSON has another structure
     * @throws ContactsFailure.Invalid when the file is not JSON
     */
    static JsonFile of(Path file, FileOptions options) throws IOException {
        Charset charset = TextEncoding.ofJson(options.charset());
        return Json.reading(() -> {
            try (StreamingJson pass = StreamingJson.over(file, charset)) {
                Map<String, @Nullable Object> members = new LinkedHashMap<>();
                JsonToken first = pass.parser().nextToken();
                long count = first == JsonToken.START_OBJECT ? object(pass, members) : list(pass);
                if (pass.parser().nextToken() != null) {
                    throw new ContactsFailure.Invalid("body", "must not hold anything after the contacts");
                }
                return new JsonFile(file, members, count, charset, options);
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
        return unknown.mapping();
    }

    @Override
    public List<String> unmapped() {
        return unknown.unmapped();
    }

    @Override
    public Map<String, String> unmappedReasons() {
        return unknown.unmappedReasons();
    }

    @Override
    public String encoding() {
        return charset.name();
    }

    @Override
    public @Nullable Character separator() {
        return null;
    }

    @Override
    public List<Column> samples() {
        return unknown.samples().entrySet().stream()
                .map(member -> new Column(member.getKey(), unknown.fieldOf(member.getKey()), member.getValue()))
                .toList();
    }

    @Override
    public Rows rows() throws IOException {
        StreamingJson pass = StreamingJson.over(file, charset);
        JsonParser json = pass.parser();
        if (json.nextToken() == JsonToken.START_OBJECT) {
            while (!CONTACTS.equals(json.nextFieldName())) {
                json.nextToken();
                json.skipChildren();
            }
            json.nextToken();
        }
        return new JsonRows(pass, unknown);
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
}
