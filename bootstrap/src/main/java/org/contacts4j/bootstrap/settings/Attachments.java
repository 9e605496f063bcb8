package org.contacts4j.bootstrap.settings;

import java.nio.file.Path;
import org.contacts4j.application.Store;
import org.contacts4j.application.attachment.AttachmentLimits;
import org.contacts4j.application.attachment.Contents;
import org.contacts4j.application.attachment.ContentsInStore;
import org.contacts4j.application.attachment.ContentsWithFallback;
import org.contacts4j.files.FolderContents;

/**
 * The storage of attachments.
 *
 * @param inFolder whether new content is stored in the folder; otherwise it is stored in the database
 */
public record Attachments(boolean inFolder, Path folder, AttachmentLimits limits) {

    /** Returns the content storage. Content stored under the other setting remains readable. */
    public Contents contents(Store store) {
        Contents files = new FolderContents(folder);
        Contents database = new ContentsInStore(store);
        return inFolder ? new ContentsWithFallback(files, database) : new ContentsWithFallback(database, files);
    }
}
