package org.contacts4j.bootstrap.folder;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import org.contacts4j.bootstrap.CannotStart;

/** The local folder with the database and the token signing secret. Only its owner has access. */
public record DataFolder(Path path) {

    private static final int SECRET_BYTES = 32;

    /** Creates the folder if it does not exist, and removes the permissions of other users. */
    public void prepare() {
        PrivateFolder.ofData(path).prepare();
    }

    /** Removes the permissions of other users from the files in the folder. H2 creates its files with the umask. */
    public void closeFiles() {
        PrivateFolder.ofData(path).closeFiles();
    }

    /** Returns the database file without its suffix. */
    public Path database() {
        return path.resolve("contacts");
    }

    public Path secretFile() {
        return path.resolve("jwt-secret");
    }

    /** Returns the Unix domain socket on which a running server answers commands. */
    public Path controlSocket() {
        return path.resolve("contacts.control");
    }

    /** Removes the permissions of other users from the control socket. Those of the folder suffice where this fails. */
    public void closeControlSocket() {
        PrivateFolder.closeFile(controlSocket());
    }

    /** Returns the token signing secret: 32 random bytes in base64url. Creates it if it does not exist. */
    public String secret() {
        prepare();
        if (!Files.exists(secretFile())) {
            createSecret();
        }
        return existingSecret();
    }

    /**
     * Returns the secret that an earlier start created.
     *
     * @throws CannotStart when the secret cannot be read
     */
    public String existingSecret() {
        try {
            return Files.readString(secretFile()).strip();
        } catch (IOException e) {
            throw CannotStart.because("cannot read the signing secret '" + secretFile() + "': " + FileErrorText.of(e));
        }
    }

    /** Writes a temporary file and renames it, so that a killed process does not leave a partial secret. */
    private void createSecret() {
        byte[] random = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(random);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(random) + "\n";
        Path draft = path.resolve("jwt-secret." + ProcessHandle.current().pid());
        Set<StandardOpenOption> options =
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
        try {
            Files.deleteIfExists(draft);
            try (SeekableByteChannel channel =
                    Files.newByteChannel(draft, options, Permissions.atCreation(draft, Permissions.OWNERS_FILE))) {
                channel.write(ByteBuffer.wrap(secret.getBytes(StandardCharsets.US_ASCII)));
            }
            Files.move(draft, secretFile(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw CannotStart.because("cannot keep the signing secret in '" + path + "': " + FileErrorText.of(e));
        }
    }
}
