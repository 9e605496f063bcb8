package org.contacts4j.bootstrap;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** A TCP proxy that closes its first connections after a number of bytes of the response. */
final class CuttingProxy implements AutoCloseable {

    private final ServerSocket listening;
    private final AtomicReference<URI> server;
    private final AtomicInteger cuts;
    private final long bytes;
    private final Runnable atCut;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    /**
     * Starts a proxy.
     *
     * @param cuts the number of connections to close early
     * @param bytes the number of bytes after which they are closed
     * @param atCut runs before each of them is closed
     */
    CuttingProxy(URI server, int cuts, long bytes, Runnable atCut) throws IOException {
        this.server = new AtomicReference<>(server);
        this.cuts = new AtomicInteger(cuts);
        this.bytes = bytes;
        this.atCut = atCut;
        this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        run(this::accept);
    }

    String url() {
        return "http://127.0.0.1:" + listening.getLocalPort();
    }

    /** Sends further connections to another server. */
    void moveTo(URI other) {
        server.set(other);
    }

    /** Runs work until a socket is closed. */
    private void run(Callable<?> work) {
        threads.execute(() -> {
            try {
                work.call();
            } catch (IOException closed) {
                // Connections end by being closed, on either side.
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private Void accept() throws IOException {
        while (true) {
            Socket client = listening.accept();
            run(() -> relay(client));
        }
    }

    private Void relay(Socket client) throws IOException {
        URI to = server.get();
        try (client;
                Socket upstream = new Socket(to.getHost(), to.getPort())) {
            run(() -> client.getInputStream().transferTo(upstream.getOutputStream()));
            InputStream from = upstream.getInputStream();
            OutputStream out = client.getOutputStream();
            byte[] buffer = new byte[4096];
            long sent = 0;
            for (int count = from.read(buffer); count >= 0; count = from.read(buffer)) {
                if (sent + count > bytes && cuts.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                    out.write(buffer, 0, (int) Math.max(0, bytes - sent));
                    out.flush();
                    atCut.run();
                    return null;
                }
                out.write(buffer, 0, count);
                sent += count;
            }
        }
        return null;
    }

    @Override
    public void close() {
        threads.shutdownNow();
        try {
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
