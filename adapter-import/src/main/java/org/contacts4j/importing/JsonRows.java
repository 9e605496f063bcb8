package org.contacts4j.importing;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.NoSuchElementException;
import org.contacts4j.application.importing.ImportRow;
import org.contacts4j.importing.ImportFile.Rows;
import org.contacts4j.importing.column.UnknownMembers;
import org.jspecify.annotations.Nullable;

/** The elements of a list of contacts in JSON. The first element is row 1. */
final class JsonRows implements Rows {

    private final StreamingJson pass;
    private final UnknownMembers unknown;
    private long number;
    private @Nullable JsonToken next;

    /** Creates the rows of a parser that has read the beginning of the list. */
    JsonRows(StreamingJson pass, UnknownMembers unknown) {
        this.pass = pass;
        this.unknown = unknown;
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
        return object ? JsonRow.of(number, sent.text(), unknown) : refused(sent, "must be a JSON object");
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
