package org.contacts4j.bootstrap.control;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.util.Optional;
import org.contacts4j.bootstrap.CannotStart;
import org.contacts4j.bootstrap.folder.DataFolder;
import org.contacts4j.bootstrap.folder.FileErrorText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A connection of a command to the server that runs on a data folder. */
public final class RunningServer implements AutoCloseable {

    private static final int PIECE_BYTES = 64 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(RunningServer.class);

    private final SocketChannel channel;

    private RunningServer(SocketChannel channel) {
        this.channel = channel;
    }

    /**
     * Connects to the server on this data folder. Empty if there is none.
     *
     * @throws CannotStart if this user may not use the folder
     */
    public static Optional<RunningServer> find(DataFolder folder) {
        if (!Files.exists(folder.controlSocket())) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new RunningServer(new SocketAddress(folder.controlSocket()).use(RunningServer::connect)));
        } catch (ConnectException e) {
            return Optional.empty(); // the server was killed
        } catch (IOException e) {
            throw CannotStart.because(
                    "cannot ask the server on the data folder '" + folder.path() + "': " + FileErrorText.of(e));
        }
    }

    private static SocketChannel connect(UnixDomainSocketAddress address) throws IOException {
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            channel.connect(address);
            return channel;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /**
     * Receives the database file as it is now. Until this connection is closed, the server deletes no content of
     * attachments.
     *
     * @throws CannotStart if the server cannot copy its database
     * @throws IOException if the file cannot be written
     */
    public void copyDatabase(OutputStream out) throws IOException {
        DataInputStream in = new DataInputStream(Channels.newInputStream(channel));
        try {
            channel.write(ByteBuffer.wrap(new byte[] {ControlServer.COPY_DATABASE}));
            long length = in.readLong();
            if (length == ControlServer.FAILED) {
                throw CannotStart.because("the server cannot copy its database: " + in.readUTF());
            }
            byte[] piece = new byte[PIECE_BYTES];
            for (long left = length; left > 0; ) {
                int count = (int) Math.min(left, piece.length);
                in.readFully(piece, 0, count);
                out.write(piece, 0, count);
                left -= count;
            }
        } catch (EOFException e) {
            throw CannotStart.because("the server ended the backup; its log has the reason");
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.debug("The connection to the server could not be closed", e);
        }
    }
}
