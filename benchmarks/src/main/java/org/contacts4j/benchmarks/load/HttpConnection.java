package org.contacts4j.benchmarks.load;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * A keep-alive connection that sends prepared requests and reads complete responses. It implements only the necessary
 * part of HTTP/1.1, since the driver shares the machine with the measured server. Not thread-safe, except for {@link
 * #close}.
 */
public final class HttpConnection implements AutoCloseable {

    private static final int STATUS_AT = "HTTP/1.1 ".length();

    private final SocketChannel channel;
    private ByteBuffer in = ByteBuffer.allocate(64 * 1024);
    private byte[] body = new byte[0];

    public HttpConnection(InetSocketAddress server) throws IOException {
        channel = SocketChannel.open(server);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    }

    /** Sends the request, reads the complete response and returns its status. */
    public int exchange(byte[] request) throws IOException {
        ByteBuffer out = ByteBuffer.wrap(request);
        while (out.hasRemaining()) {
            channel.write(out);
        }
        in.clear().flip();
        String head = readHead();
        int status = Integer.parseInt(head, STATUS_AT, STATUS_AT + 3, 10);
        body = head.contains("\r\ntransfer-encoding: chunked") ? readChunks() : readBytes(contentLength(head));
        return status;
    }

    /** Returns the body of the last response. */
    public String body() {
        return new String(body, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // Nothing to do: the connection is unusable anyway.
        }
    }

    /** Reads the head and returns it in lower case. */
    private String readHead() throws IOException {
        int end = endOfHead(0);
        while (end < 0) {
            int searched = Math.max(0, in.limit() - 3);
            fill();
            end = endOfHead(searched);
        }
        String head = new String(in.array(), 0, end, StandardCharsets.ISO_8859_1);
        in.position(end + 4);
        return head.toLowerCase(Locale.ROOT);
    }

    private int endOfHead(int from) {
        byte[] bytes = in.array();
        for (int i = from; i + 3 < in.limit(); i++) {
            if (bytes[i] == '\r' && bytes[i + 1] == '\n' && bytes[i + 2] == '\r' && bytes[i + 3] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private static int contentLength(String head) throws IOException {
        int at = head.indexOf("\r\ncontent-length:");
        if (at < 0) {
            throw new IOException("an answer without a length: " + head);
        }
        int from = at + "\r\ncontent-length:".length();
        int end = head.indexOf("\r\n", from);
        return Integer.parseInt(
                head.substring(from, end < 0 ? head.length() : end).strip());
    }

    private byte[] readChunks() throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        int size = Integer.parseInt(readLine(), 16);
        while (size > 0) {
            whole.write(readBytes(size));
            readLine();
            size = Integer.parseInt(readLine(), 16);
        }
        readLine();
        return whole.toByteArray();
    }

    private String readLine() throws IOException {
        StringBuilder line = new StringBuilder();
        char c = (char) readByte();
        while (c != '\n') {
            line.append(c);
            c = (char) readByte();
        }
        return line.toString().strip();
    }

    private byte readByte() throws IOException {
        while (!in.hasRemaining()) {
            fill();
        }
        return in.get();
    }

    private byte[] readBytes(int length) throws IOException {
        while (in.remaining() < length) {
            fill();
        }
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }

    /** Reads more bytes after those in the buffer. Preserves the position. */
    private void fill() throws IOException {
        int position = in.position();
        int limit = in.limit();
        if (limit == in.capacity()) {
            in = ByteBuffer.wrap(Arrays.copyOf(in.array(), 2 * limit));
        }
        in.limit(in.capacity()).position(limit);
        if (channel.read(in) < 0) {
            throw new EOFException("the server closed the connection");
        }
        in.flip().position(position);
    }
}
