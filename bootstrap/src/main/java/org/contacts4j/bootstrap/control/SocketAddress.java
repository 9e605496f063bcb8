package org.contacts4j.bootstrap.control;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The address of a Unix domain socket in a folder. Operating systems limit the path of a socket to about 100 bytes. A
 * longer path is reached through a symbolic link to the folder, which exists only while the socket is bound or connected.
 */
record SocketAddress(Path socket) {

    private static final int MAX_BYTES = 100;

    /** Runs an action with the address. */
    <T> T use(Action<T> action) throws IOException {
        Path absolute = socket.toAbsolutePath();
        if (absolute.toString().getBytes(StandardCharsets.UTF_8).length <= MAX_BYTES) {
            return action.run(UnixDomainSocketAddress.of(absolute));
        }
        Path links = Files.createTempDirectory("c4j");
        Path link = links.resolve("d");
        try {
            Files.createSymbolicLink(link, absolute.getParent());
            return action.run(UnixDomainSocketAddress.of(link.resolve(absolute.getFileName())));
        } finally {
            Files.deleteIfExists(link);
            Files.deleteIfExists(links);
        }
    }

    @FunctionalInterface
    interface Action<T> {
        T run(UnixDomainSocketAddress address) throws IOException;
    }
}
