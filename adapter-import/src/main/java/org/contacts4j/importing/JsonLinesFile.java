package org.contacts4j.importing;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.contacts4j.application.importing.FileOptions;
import org.contacts4j.application.importing.ImportRow;
import org.contacts4j.importing.column.UnknownMembers;
import org.contacts4j.importing.text.LongLines;
import org.contacts4j.importing.text.TextEncoding;
import org.jspecify.annotations.Nullable;

/** JSON Lines: one contact in each line, as exports write them. A malformed line is a failed row. */
final class JsonLinesFile implements ImportFile {

    private static final int MAX_LINE = StreamingJson.MAX_VALUE;

    /** Members by which a file of a single object is a contact, not an object with a list of contacts. */
    private static final Set<String> OF_CONTACT = Set.of("name", "firstName", "lastName", "email", "phone");

    private final Path file;
    private final Charset charset;
    private final UnknownMembers unknown;
    private final long count;

    private JsonLinesFile(Path file, FileOptions options, long count) {
        this.file = file;
        this.charset = TextEncoding.ofJson(options.charset());
        this.unknown = new UnknownMembers(options);
        this.count = count;
    }

    /** Returns whether the file begins with an object that is a contact, or with two objects. */
    static boolean isLines(Path file, FileOptions options) throws IOException {
        try (StreamingJson json = StreamingJson.over(file, TextEncoding.ofJson(options.charset()))) {
            JsonParser parser = json.parser();
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return false;
            }
            boolean isContact = false;
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                isContact |= OF_CONTACT.contains(parser.currentName());
                if (parser.currentName().equals("contacts")) {
                    return false;
                }
                parser.nextToken();
                json.skip();
            }
            return isContact || parser.nextToken() == JsonToken.START_OBJECT;
        } catch (IOException notJson) {
            // The reader of JSON says what is wrong with it.
            return false;
        }
    }

    /**
     * Counts the rows of the file.
     *
     * @throws org.contacts4j.domain.ContactsFailure.Invalid if the options map a member to an unknown field
     */
    static JsonLinesFile of(Path file, FileOptions options) throws IOException {
        long count = 0;
        try (LongLines lines = open(file, TextEncoding.ofJson(options.charset()))) {
            for (@Nullable String line = lines.next(); line != null; line = lines.next()) {
                count += line.isBlank() ? 0 : 1;
            }
        }
        return new JsonLinesFile(file, options, count);
    }

    private static LongLines open(Path file, Charset charset) throws IOException {
        return new LongLines(StreamingJson.open(file, charset), MAX_LINE);
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
        return new LineRows(open(file, charset), unknown);
    }

    /** The lines that are not blank. The first of them is row 1. */
    private static final class LineRows implements Rows {

        private final LongLines lines;
        private final UnknownMembers unknown;
        private long number;
        private @Nullable String next;

        LineRows(LongLines lines, UnknownMembers unknown) {
            this.lines = lines;
            this.unknown = unknown;
        }

        @Override
        public boolean hasNext() {
            try {
                while (next == null || next.isBlank()) {
                    next = lines.next();
                    if (next == null) {
                        return false;
                    }
                }
                return true;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public ImportRow next() {
            if (!hasNext() || next == null) {
                throw new NoSuchElementException();
            }
            String line = next;
            next = null;
            number++;
            return lines.isCut()
                    ? JsonRow.refused(number, line, "must not take more than 1 MiB")
                    : JsonRow.of(number, line, unknown);
        }

        @Override
        public void close() {
            try {
                lines.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
