package org.contacts4j.bootstrap.control;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.contacts4j.bootstrap.folder.DataFolder;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.jdbi.CannotOpenDatabase;
import org.contacts4j.jdbi.backup.FileImage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers commands on a Unix domain socket in the data folder. Only the owner of the data folder can connect, since the
 * folder has mode 0700.
 *
 * <p>A client sends {@link #COPY_DATABASE}. The server answers with the length of the database file and its bytes, or
 * with {@link #FAILED} and a message. Until the client closes the connection, the server deletes no content of
 * attachments, so that the client can copy everything that the database refers to.
 */
public final class ControlServer implements AutoCloseable {

    static final int COPY_DATABASE = 1;
    static final long FAILED = -1;

    private static final Logger LOG = LoggerFactory.getLogger(ControlServer.class);
    private static final int PIECE_BYTES = 64 * 1024;

    private final Path socket;
    private final ServerSocketChannel channel;
    private final Supplier<FileImage> images;
    private final PausableContents contents;
    private final Set<SocketChannel> clients = ConcurrentHashMap.newKeySet();

    private ControlServer(
            Path socket, ServerSocketChannel channel, Supplier<FileImage> images, PausableContents contents) {
        this.socket = socket;
        this.channel = channel;
        this.images = images;
        this.contents = contents;
    }

    /**
     * Starts listening. The caller must have the database open, so no other server uses the folder.
     *
     * @return empty if the file system of the folder has no sockets; commands then work only without a server
     */
    public static Optional<ControlServer> start(
            DataFolder folder, Supplier<FileImage> images, PausableContents contents) {
        try {
            Files.deleteIfExists(folder.controlSocket()); // of a killed server
            ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            new SocketAddress(folder.controlSocket()).use(channel::bind);
            folder.closeControlSocket();
            ControlServer server = new ControlServer(folder.controlSocket(), channel, images, contents);
            startThread("control", server::accept);
            return Optional.of(server);
        } catch (IOException | UnsupportedOperationException e) {
            LOG.warn("Backups need a stopped server: no socket can be created in {} ({})", folder.path(), e.toString());
            return Optional.empty();
        }
    }

    private static void startThread(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            while (true) {
                SocketChannel client = channel.accept();
                clients.add(client);
                startThread("control-client", () -> serve(client));
            }
        } catch (ClosedChannelException e) {
            // The server stops.
        } catch (IOException e) {
            LOG.error("Backups need a stopped server from now on: commands cannot connect", e);
            close();
        }
    }

    @SuppressWarnings("try") // the pause only has to last
    private void serve(SocketChannel client) {
        try (client) {
            DataInputStream in = new DataInputStream(Channels.newInputStream(client));
            DataOutputStream out =
                    new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(client), PIECE_BYTES));
            if (in.read() == COPY_DATABASE) {
                try (PausableContents.Pause pause = contents.pause()) {
                    sendDatabase(out);
                    in.read(); // returns when the client closes the connection
                }
            }
        } catch (IOException | RuntimeException e) {
            LOG.warn("A backup was aborted: {}", e.toString());
        } finally {
            clients.remove(client);
        }
    }

    /** Sends one image at a time, since an image changes the mode of the file while it is open. */
    private synchronized void sendDatabase(DataOutputStream out) throws IOException {
        try (FileImage image = images.get()) {
            out.writeLong(image.length());
            image.writeTo(out);
        } catch (ContactsFailure | CannotOpenDatabase e) {
            out.writeLong(FAILED);
            out.writeUTF(String.valueOf(e.getMessage()));
        }
        out.flush();
    }

    /** Stops listening, and aborts backups that still run. */
    @Override
    public void close() {
        try {
            channel.close();
            Files.deleteIfExists(socket);
            for (SocketChannel client : clients) {
                client.close();
            }
        } catch (IOException e) {
            LOG.debug("The control socket could not be closed", e);
        }
    }
}
