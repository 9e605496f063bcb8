package org.contacts4j.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.contacts4j.application.attachment.Contents;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.id.AttachmentId;
import org.contacts4j.domain.id.OrganizationId;

/**
 * Content stored as files in a folder: {@code <organization>/<two digits>/<attachment>}.
 *
 * <p>No part of a path comes from a client. The folder of an organization is named after a hash of the organization's
 * id. Several processes may share the folder.
 */
public final class FolderContents implements Contents {

    private static final int BUFFER_BYTES = 64 * 1024;
    private static final Set<StandardOpenOption> NEW_FILE =
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

    private final Path folder;

    /** Stores content in this folder, which is created with the first file. */
    public FolderContents(Path folder) {
        this.folder = folder;
    }

    @Override
    public void store(OrganizationId organization, AttachmentId id, InputStream content) {
        Path file = file(organization, id);
        try {
            Files.createDirectories(folderOf(organization, id), ownerPermissions("rwx------"));
            write(content, file);
            syncParentFolders(organization, id);
        } catch (IOException e) {
            throw unavailable("kept", e);
        }
    }

    @Override
    public InputStream open(OrganizationId organization, AttachmentId id) throws IOException {
        return Files.newInputStream(file(organization, id));
    }

    @Override
    public void delete(OrganizationId organization, AttachmentId id) {
        try {
            Files.deleteIfExists(file(organization, id));
        } catch (IOException e) {
            throw unavailable("removed", e);
        }
    }

    /**
     * Returns an attribute that sets these permissions, regardless of the process's umask. Returns no attribute if the
     * file system has no POSIX permissions.
     */
    private FileAttribute<?>[] ownerPermissions(String permissions) {
        boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    /** Writes a file, and deletes it on failure. On a full disk, a partial file would prevent other writes. */
    private void write(InputStream content, Path file) throws IOException {
        FileChannel out = FileChannel.open(file, NEW_FILE, ownerPermissions("rw-------"));
        try (out) {
            copy(content, out);
            out.force(true);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private static void copy(InputStream content, FileChannel out) throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        int count = read(content, buffer);
        while (count >= 0) {
            ByteBuffer part = ByteBuffer.wrap(buffer, 0, count);
            while (part.hasRemaining()) {
                out.write(part);
            }
            count = read(content, buffer);
        }
    }

    private static int read(InputStream content, byte[] buffer) {
        try {
            return content.read(buffer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Forces the parent folders to disk. A file survives a crash of the machine only if its directory entries are on
     * disk.
     */
    private void syncParentFolders(OrganizationId organization, AttachmentId id) {
        for (Path entries : List.of(folderOf(organization, id), folderOf(organization), folder)) {
            try (FileChannel channel = FileChannel.open(entries, StandardOpenOption.READ)) {
                channel.force(true);
            } catch (IOException e) {
                // Some systems cannot open folders. Nothing more can be done there.
                return;
            }
        }
    }

    /** Returns the file of this content, whether it exists or not. */
    public Path file(OrganizationId organization, AttachmentId id) {
        return folderOf(organization, id).resolve(id.toString());
    }

    /** The last digits of an id are random, so the files are distributed evenly over the folders. */
    private Path folderOf(OrganizationId organization, AttachmentId id) {
        String name = id.toString();
        return folderOf(organization).resolve(name.substring(name.length() - 2));
    }

    private Path folderOf(OrganizationId organization) {
        return folder.resolve(hash(organization));
    }

    private static String hash(OrganizationId organization) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(organization.value().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static ContactsFailure unavailable(String what, IOException cause) {
        return new ContactsFailure.Unavailable("The content of an attachment cannot be " + what + " now.", cause);
    }
}
