package org.contacts4j.bootstrap.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.contacts4j.bootstrap.CannotStart;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder with contacts or secrets. Only its owner has access, independent of the umask of the process.
 *
 * @param name the name of the folder in messages
 * @param flag the flag of the setting that names the folder
 * @param contents the names of the files that Contacts4J stores in it
 */
public record PrivateFolder(Path path, String name, String flag, Pattern contents) {

    private static final Logger LOG = LoggerFactory.getLogger(PrivateFolder.class);

    /** Returns the folder of the database and the signing secret. */
    static PrivateFolder ofData(Path path) {
        return new PrivateFolder(
                path, "data folder", "--data-dir", Pattern.compile("contacts.*|jwt-secret.*|attachments|lost\\+found"));
    }

    /** Returns the folder of attachments. */
    public static PrivateFolder ofAttachments(Path path) {
        return new PrivateFolder(
                path, "attachments folder", "--attachments-dir", Pattern.compile("[0-9a-f]{64}|lost\\+found"));
    }

    /**
     * Creates the folder if it does not exist, and removes the permissions of its group and of others.
     *
     * @throws CannotStart when that fails, or when the folder is open to other users and contains files that do not
     *     belong to Contacts4J
     */
    public void prepare() {
        create();
        if (!Files.isWritable(path)) {
            throw CannotStart.because("cannot write to the " + name + " '" + path + "': permission denied");
        }
        try {
            if (Permissions.areOpenToGroupOrOthers(path)) {
                close();
            }
        } catch (IOException e) {
            throw CannotStart.because(
                    "cannot read the permissions of the " + name + " '" + path + "': " + FileErrorText.of(e));
        }
        closeFiles();
    }

    /**
     * Removes the permissions of group and others from Contacts4J's files in the folder, such as those of H2. The
     * permissions of the folder already prevent access in the meantime.
     */
    void closeFiles() {
        try (Stream<Path> files = Files.list(path)) {
            files.filter(file -> isOwn(file) && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .forEach(PrivateFolder::closeFile);
        } catch (IOException e) {
            LOG.debug("The files in {} cannot be listed", path, e);
        }
    }

    private void create() {
        try {
            if (!Files.isDirectory(path)) {
                Files.createDirectories(path, Permissions.atCreation(path, Permissions.OWNERS_FOLDER));
            }
        } catch (IOException e) {
            throw CannotStart.because("cannot make the " + name + " '" + path + "': " + FileErrorText.of(e));
        }
    }

    /** Removes the permissions of others, unless the folder also has another purpose, such as /tmp. */
    private void close() throws IOException {
        Optional<Path> foreign = foreignFile();
        if (foreign.isPresent()) {
            throw openFolder("has other files in it ('" + foreign.get().getFileName() + "')");
        }
        try {
            Files.setPosixFilePermissions(path, Permissions.OWNERS_FOLDER);
        } catch (IOException e) {
            throw openFolder("cannot be closed to them (" + FileErrorText.of(e) + ")");
        }
        if (Permissions.areOpenToGroupOrOthers(path)) {
            LOG.warn("The {} {} may be readable by other users: its file system has no permissions", name, path);
        } else {
            LOG.warn("The {} {} was readable by other users; its permissions are now 0700", name, path);
        }
    }

    private Optional<Path> foreignFile() throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(file -> !isOwn(file)).sorted().findFirst();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private boolean isOwn(Path file) {
        return contents.matcher(file.getFileName().toString()).matches();
    }

    private CannotStart openFolder(String obstacle) {
        return CannotStart.because("other users can read the " + name + " '" + path + "', and it " + obstacle
                + ": run chmod 700 on it, or name a new folder with " + flag);
    }

    static void closeFile(Path file) {
        try {
            if (Permissions.areOpenToGroupOrOthers(file)) {
                Files.setPosixFilePermissions(file, Permissions.OWNERS_FILE);
            }
        } catch (IOException e) {
            LOG.debug("The permissions of {} cannot be changed; those of its directory were restricted", file, e);
        }
    }
}
