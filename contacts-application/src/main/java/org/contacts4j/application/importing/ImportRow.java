package org.contacts4j.application.importing;

import java.util.ArrayList;
import java.util.List;
import org.contacts4j.application.attachment.upload.NewFile;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.patch.Patch;
import org.contacts4j.domain.validation.Fault;
import org.jspecify.annotations.Nullable;

/**
 * A parsed row of an import.
 *
 * @param number the row's number in the file; the header of a table is row 1
 * @param id the contact id in the row; null if there is none
 * @param fields the parsed fields, including the validation errors of cells that could not be parsed
 * @param cells the row as sent, returned to the client when the row fails
 * @param warnings what was left out or mended in the row
 * @param files the files in the row, which become attachments of its contact
 * @param ignored whether the row is skipped, for the reason in {@code warnings}
 */
public record ImportRow(
        long number,
        @Nullable String id,
        Patch<Contact> fields,
        List<String> cells,
        List<Fault> warnings,
        List<NewFile> files,
        boolean ignored) {

    private static final String ELLIPSIS = "…";

    /** Creates a row without files. */
    public ImportRow(
            long number, @Nullable String id, Patch<Contact> fields, List<String> cells, List<Fault> warnings) {
        this(number, id, fields, cells, warnings, List.of(), false);
    }

    /** Creates a row without warnings. */
    public ImportRow(long number, @Nullable String id, Patch<Contact> fields, List<String> cells) {
        this(number, id, fields, cells, List.of());
    }

    /** Returns a row that is no contact and is skipped for this reason. */
    public static ImportRow ignored(long number, List<String> cells, Fault reason) {
        return new ImportRow(number, null, Patch.empty(), cells, List.of(reason), List.of(), true);
    }

    /** Returns the row with other fields and warnings. */
    public ImportRow with(Patch<Contact> otherFields, List<Fault> otherWarnings) {
        return new ImportRow(number, id, otherFields, cells, otherWarnings, files, ignored);
    }

    /** Returns the row without the files that are larger than the limit in bytes, and with a warning for each. */
    public ImportRow withoutFilesOver(long max) {
        if (files.stream().allMatch(file -> file.size() <= max)) {
            return this;
        }
        List<Fault> more = new ArrayList<>(warnings);
        files.stream()
                .filter(file -> file.size() > max)
                .forEach(file -> more.add(
                        new Fault(file.field(), "is left out: " + new ContactsFailure.TooLarge(max).getMessage())));
        List<NewFile> rest = files.stream().filter(file -> file.size() <= max).toList();
        return new ImportRow(number, id, fields, cells, more, rest, ignored);
    }

    /** Returns the approximate memory size of the row, in characters. */
    public int size() {
        return cells.stream().mapToInt(String::length).sum();
    }

    /** Returns the row without its parsed fields and files, and with at most {@code max} characters of its cells. */
    public ImportRow asSent(int max) {
        List<String> kept = new ArrayList<>(cells.size());
        int room = max;
        for (String cell : cells) {
            String beginning = cell.length() <= room ? cell : cell.substring(0, Math.max(0, room - 1)) + ELLIPSIS;
            kept.add(beginning);
            room = Math.max(0, room - beginning.length());
        }
        return new ImportRow(number, id, Patch.empty(), size() <= max ? cells : kept);
    }
}
