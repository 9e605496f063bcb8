package org.contacts4j.bootstrap.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/** POSIX permissions of files. On other file systems, treats files as inaccessible to other users. */
public final class Permissions {

    /** The permissions of folders that only their owner uses. */
    public static final Set<PosixFilePermission> OWNERS_FOLDER = PosixFilePermissions.fromString("rwx------");
    /** The permissions of files that only their owner uses. */
    public static final Set<PosixFilePermission> OWNERS_FILE = PosixFilePermissions.fromString("rw-------");

    private static final Set<PosixFilePermission> OF_OTHERS = PosixFilePermissions.fromString("------rwx");
    private static final Set<PosixFilePermission> OF_GROUP_AND_OTHERS = PosixFilePermissions.fromString("---rwxrwx");

    private Permissions() {}

    /**
     * Returns the attributes for creating a file with these permissions, so that it is never accessible to others.
     * Empty where the file system has no POSIX permissions.
     */
    public static FileAttribute<?>[] atCreation(Path path, Set<PosixFilePermission> permissions) {
        boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }

    /** Returns whether users other than the owner and the group have access to the file. */
    public static boolean areOpenToOthers(Path file) throws IOException {
        return haveAnyOf(OF_OTHERS, file);
    }

    /** Returns whether users other than the owner have access to the file or folder. */
    static boolean areOpenToGroupOrOthers(Path file) throws IOException {
        return haveAnyOf(OF_GROUP_AND_OTHERS, file);
    }

    private static boolean haveAnyOf(Set<PosixFilePermission> unwanted, Path file) throws IOException {
        if (!Files.getFileStore(file).supportsFileAttributeView(PosixFileAttributeView.class)) {
            return false;
        }
        Set<PosixFilePermission> found = EnumSet.copyOf(unwanted);
        found.retainAll(Files.getPosixFilePermissions(file));
        return !found.isEmpty();
    }
}
