package org.contacts4j.bootstrap.settings;

import java.io.IOException;
import java.nio.file.Path;
import org.contacts4j.bootstrap.folder.Permissions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A file in which the operator stores a secret. */
record SecretFile(Path path) {

    private static final Logger LOG = LoggerFactory.getLogger(SecretFile.class);

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
