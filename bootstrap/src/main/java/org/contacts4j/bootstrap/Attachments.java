package org.contacts4j.bootstrap;

import java.nio.file.Path;
import org.contacts4j.application.Store;
import org.contacts4j.application.attachment.AttachmentLimits;
import org.contacts4j.application.attachment.Contents;
import org.contacts4j.application.attachment.ContentsInStore;
import org.contacts4j.application.attachment.ContentsWithFallback;
import org.contacts4j.files.FolderContents;

/**
 * Where attachments go.
 *
 * @param inFolder whether into the folder, and not into the database
 */
record Attachments(boolean inFolder, Path folder, AttachmentLimits limits) {

    /** The content of attachments; what is there since the other place was chosen is still found. */
    Contents contents(Store store) {
        Contents files = new FolderContents(folder);
        Contents database = new ContentsInStore(store);
        return inFolder ? new ContentsWithFallback(files, database) : new ContentsWithFallback(database, files);
    }
}
