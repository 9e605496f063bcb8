package org.contacts4j.application.importing.batch;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.contacts4j.application.Ids;
import org.contacts4j.application.attachment.upload.NewFile;
import org.contacts4j.application.importing.ImportRow;
import org.contacts4j.application.importing.batch.PreparedRow.PreparedContact;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.organization.Caller;

/**
 * The next rows of an import, prepared as far as possible without reading stored contacts.
 *
 * @param rows empty if there are no further rows
 * @param files all files of the rows, including those that become no attachments
 */
public record PreparedBatch(List<PreparedRow> rows, List<NewFile> files) {

    private static final int MAX_ROWS = 1_000;
    private static final int MAX_CHARACTERS = 1024 * 1024;
    /** Storing the content of a batch must take less time than the lease of a background import. */
    private static final int MAX_FILES = 100;

    private static final long MAX_FILE_BYTES = 16 * 1024 * 1024;

    /**
     * Reads rows until a limit is reached.
     *
     * @param maxFile the maximum size of a file in bytes; larger ones are left out with a warning
     */
    public static PreparedBatch read(Iterator<ImportRow> rows, RowMerge merging, Clock clock, Ids ids, long maxFile) {
        Caller caller = merging.caller();
        List<PreparedRow> batch = new ArrayList<>();
        List<NewFile> files = new ArrayList<>();
        int characters = 0;
        long fileBytes = 0;
        while (batch.size() < MAX_ROWS
                && characters < MAX_CHARACTERS
                && files.size() < MAX_FILES
                && fileBytes < MAX_FILE_BYTES
                && rows.hasNext()) {
            ImportRow row = rows.next();
            characters += row.size();
            files.addAll(row.files());
            fileBytes += row.files().stream().mapToLong(NewFile::size).sum();
            batch.add(PreparedRow.of(
                    row.withoutFilesOver(maxFile),
                    merging,
                    fields -> PreparedContact.of(
                            Contact.create(
                                    new ContactId(ids.next()),
                                    caller.organization(),
                                    fields,
                                    caller.member(),
                                    clock.instant()),
                            merging.options().matchBy(),
                            merging.numbers(),
                            ids.next())));
        }
        return new PreparedBatch(batch, files);
    }
}
