package org.contacts4j.bootstrap.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.contacts4j.bootstrap.CannotStart;
import org.contacts4j.bootstrap.folder.FileErrorText;
import org.jspecify.annotations.Nullable;

/** The file of an export until it is complete. It knows where its last complete contact ends. */
final class PartialExport implements AutoCloseable {

    private static final String ID = "([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})";
    private static final int BUFFER = 64 * 1024;
    private static final String END_OF_CARD = "END:VCARD";

    private final Path file;
    private final FileChannel channel;
    private final Records records;
    private final StringBuilder line = new StringBuilder();
    private boolean isQuoted;
    private long size;
    private long start;
    private long end;

    private PartialExport(Path file, Records records) throws IOException {
        this.file = file;
        this.records = records;
        this.channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    /**
     * Creates a file in this folder.
     *
     * @param format the format of the export, as the API names it
     * @throws CannotStart if the file cannot be created
     */
    static PartialExport in(Path folder, String format) {
        try {
            return new PartialExport(Files.createTempFile(folder, ".contacts4j-export", null), Records.of(format));
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /**
     * Appends everything that the stream returns.
     *
     * @throws IOException if the stream breaks
     * @throws CannotStart if the file cannot be written
     */
    void append(InputStream contacts) throws IOException {
        byte[] bytes = new byte[BUFFER];
        for (int count = contacts.read(bytes); count >= 0; count = contacts.read(bytes)) {
            for (int i = 0; i < count; i++) {
                follow(bytes[i], size + i + 1);
            }
            write(ByteBuffer.wrap(bytes, 0, count));
        }
    }

    /** Returns the number of bytes. */
    long size() {
        return size;
    }

    /**
     * Removes what follows the last complete contact, or everything if the export cannot continue behind it.
     *
     * @return the id of that contact; null if the export must begin again
     */
    @Nullable
    String keepCompleteContacts() {
        try {
            @Nullable String id = end > start ? lastId() : null;
            size = id == null ? 0 : end;
            start = id == null ? 0 : start;
            end = size;
            isQuoted = false;
            line.setLength(0);
            channel.truncate(size);
            channel.position(size);
            return id;
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** Gives the complete file this name. Replaces an existing file. */
    void moveTo(Path target) {
        try {
            channel.close();
            Files.move(file, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** Deletes the file, unless it was moved. */
    @Override
    public void close() {
        try {
            channel.close();
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** @param after the number of bytes including this one */
    private void follow(byte b, long after) {
        if (b == '"') {
            isQuoted = !isQuoted;
        }
        if (b != '\n') {
            if (line.length() <= END_OF_CARD.length()) {
                line.append((char) b);
            }
            return;
        }
        boolean isEnd = switch (records) {
            case ROWS -> !isQuoted;
            case LINES -> true;
            case CARDS -> line.toString().strip().equals(END_OF_CARD);
            case UNKNOWN -> false;
        };
        line.setLength(0);
        if (isEnd) {
            start = end;
            end = after;
        }
    }

    private @Nullable String lastId() throws IOException {
        if (records == Records.ROWS && !records.id.matcher(text(0, 64)).lookingAt()) {
            return null;
        }
        Matcher id = (records == Records.ROWS ? Records.FIRST_CELL : records.id).matcher(text(start, end - start));
        return id.find() ? id.group(1) : null;
    }

    private String text(long from, long length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(length, size - from));
        while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) >= 0) {}
        return new String(bytes.array(), StandardCharsets.UTF_8);
    }

    private void write(ByteBuffer bytes) {
        try {
            while (bytes.hasRemaining()) {
                size += channel.write(bytes);
            }
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private static CannotStart unwritable(IOException e) {
        return CannotStart.because("the file cannot be written: " + FileErrorText.of(e));
    }

    /** What a contact is in a file, and how its id is found in it. */
    private enum Records {
        /** Rows of a table. Only a table whose first column is the id can be continued. */
        ROWS("\uFEFF?id[,\r\n]"),
        LINES("^\\{\"id\":\"" + ID + "\""),
        CARDS("(?m)^UID:urn:uuid:" + ID),
        /** A format that is one value, which ends at its end. */
        UNKNOWN("(?!)");

        private static final Pattern FIRST_CELL = Pattern.compile("^" + ID + "(?:,|\r?\n)");

        private final Pattern id;

        Records(String id) {
            this.id = Pattern.compile(id);
        }

        static Records of(String format) {
            return switch (format) {
                case "csv" -> ROWS;
                case "jsonl" -> LINES;
                case "vcard3", "vcard4" -> CARDS;
                default -> UNKNOWN;
            };
        }
    }
}
