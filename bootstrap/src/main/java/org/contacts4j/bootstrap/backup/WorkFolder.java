package org.contacts4j.bootstrap.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.contacts4j.bootstrap.folder.Permissions;

/** A temporary folder that only its owner can access, and that is deleted with its files when it is closed. */
record WorkFolder(Path path) implements AutoCloseable {

    private static final Set<StandardOpenOption> NEW_FILE =
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

    /** Creates a folder next to a file, so that its files can be renamed to that file. */
    static WorkFolder nextTo(Path file) throws IOException {
        Path parent = parentOf(file);
        return new WorkFolder(Files.createTempDirectory(
                parent, ".contacts4j-", Permissions.atCreation(parent, Permissions.OWNERS_FOLDER)));
    }

    /** Returns the folder of a file; the root of the file system for that itself. */
    static Path parentOf(Path file) {
        Path absolute = file.toAbsolutePath();
        return Objects.requireNonNullElse(absolute.getParent(), absolute);
    }

    /** Creates a folder in the folder for temporary files. */
    static WorkFolder temporary() throws IOException {
        return new WorkFolder(Files.createTempDirectory("contacts4j-"));
    }

    /** Creates a file, with its parent folders, that only its owner can access. */
    FileChannel create(String name) throws IOException {
        Path file = path.resolve(name);
        Files.createDirectories(parentOf(file), Permissions.atCreation(path, Permissions.OWNERS_FOLDER));
        return FileChannel.open(file, NEW_FILE, Permissions.atCreation(path, Permissions.OWNERS_FILE));
    }

    /** Returns a stream to the channel that forces what was written to the disk when it is closed. */
    static OutputStream durable(FileChannel channel) {
        OutputStream out = Channels.newOutputStream(channel);
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                out.write(b);
            }

            @Override
            public void write(byte[] bytes, int from, int count) throws IOException {
                out.write(bytes, from, count);
            }

            @Override
            public void close() throws IOException {
                try (channel) {
                    channel.force(true);
                }
            }
        };
    }

    /** Forces the entries of all folders in this one to the disk, where the system can. */
    void forceFolders() throws IOException {
        try (Stream<Path> all = Files.walk(path)) {
            all.filter(Files::isDirectory).forEach(WorkFolder::forceEntries);
        }
    }

    /** Forces the entries of a folder to the disk, so that a renamed file survives a crash of the machine. */
    static void forceEntries(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Some systems cannot open folders. Nothing more can be done there.
        }
    }

    @Override
    public void close() {
        if (Files.exists(path)) {
            try (Stream<Path> all = Files.walk(path)) {
                List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
                for (Path file : deepestFirst) {
                    Files.deleteIfExists(file);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
