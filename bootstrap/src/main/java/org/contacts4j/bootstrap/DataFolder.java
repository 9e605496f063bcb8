package org.contacts4j.bootstrap;

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

/** The folder on this machine that holds the database and the secret that signs tokens. Its owner's alone. */
record DataFolder(Path path) {

    private static final int SECRET_BYTES = 32;

    /** Makes the folder unless it is there, and closes it to other users. */
    void prepare() {
        PrivateFolder.ofData(path).prepare();
    }

    /** Closes the files in it to other users: H2 makes its own with what the umask leaves. */
    void closeFiles() {
        PrivateFolder.ofData(path).closeFiles();
    }

    /** The database file, without its suffix. */
    Path database() {
        return path.resolve("contacts");
    }

    Path secretFile() {
        return path.resolve("jwt-secret");
    }

    /** The secret that signs tokens: 32 random bytes in base64url, made when there is none yet. */
    String secret() {
        prepare();
        if (!Files.exists(secretFile())) {
            makeSecret();
        }
        return existingSecret();
    }

    /** The secret that an earlier start made. */
    String existingSecret() {
        try {
            return Files.readString(secretFile()).strip();
        } catch (IOException e) {
            throw CannotStart.because("cannot read the signing secret '" + secretFile() + "': " + FileErrorText.of(e));
        }
    }

    /** Writes aside and renames, so that a start that is killed leaves no half of a secret behind. */
    private void makeSecret() {
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
