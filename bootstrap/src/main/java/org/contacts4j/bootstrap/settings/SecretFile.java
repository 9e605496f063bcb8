package org.contacts4j.bootstrap.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.contacts4j.bootstrap.CannotStart;
import org.contacts4j.bootstrap.folder.FileErrorText;
import org.contacts4j.bootstrap.folder.Permissions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A file in which the operator stores a secret. */
record SecretFile(Path path) {

    private static final Logger LOG = LoggerFactory.getLogger(SecretFile.class);

    /**
     * Returns the content of the file, without white space at its ends.
     *
     * @param setting the name under which the path was configured
     * @throws CannotStart when the file cannot be read
     */
    static String read(String path, String setting) {
        try {
            String content = Files.readString(Path.of(path)).strip();
            new SecretFile(Path.of(path)).warnIfOpen();
            return content;
        } catch (IOException | InvalidPathException e) {
            throw CannotStart.because(
                    "cannot read the file '" + path + "' that " + setting + " names: " + FileErrorText.of(e));
        }
    }

    /**
     * Logs a warning if every user can read the file. Read access of its group is accepted, because services often
     * receive their secrets that way.
     */
    void warnIfOpen() {
        try {
            if (Permissions.areOpenToOthers(path)) {
                LOG.warn("Every user of this machine can read {}, which holds a secret: run chmod o= on it", path);
            }
        } catch (IOException e) {
            LOG.debug("The permissions of {} cannot be read", path, e);
        }
    }
}
