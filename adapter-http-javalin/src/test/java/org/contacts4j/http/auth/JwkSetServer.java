package org.contacts4j.http.auth;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A server of JWK sets on a real socket that can send slow, oversized and redirecting responses. */
final class JwkSetServer implements AutoCloseable {

    private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
    private final BlockingQueue<String> requests = new LinkedBlockingQueue<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final CountDownLatch abandoned = new CountDownLatch(1);

    JwkSetServer() throws IOException {
        Thread thread = new Thread(this::serve, "jwk-set-server");
        thread.setDaemon(true);
        thread.start();
    }

    URI uri(String rest) {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort() + rest);
    }

    JwkSetServer answering(String text) {
        answers.add(out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
        return this;
    }

    JwkSetServer publishing(String set) {
        return answering("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: " + set.length() + "\r\n\r\n" + set);
    }

    /** Adds a response that sends the text immediately, and then one byte every 20 ms until the client disconnects. */
    JwkSetServer dripping(String text) {
        answers.add(out -> {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            try {
                while (!closed.await(20, TimeUnit.MILLISECONDS)) {
                    out.write('x');
                }
            } catch (IOException e) {
                abandoned.countDown();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        return this;
    }

    boolean isAbandoned() throws InterruptedException {
        return abandoned.await(10, TimeUnit.SECONDS);
    }

    /** Returns the heads of the received requests. */
    BlockingQueue<String> requests() {
        return requests;
    }

    private void serve() {
        while (!listener.isClosed()) {
            try (Socket client = listener.accept()) {
                requests.add(head(client.getInputStream()));
                Answer answer = answers.poll();
                if (answer != null) {
                    answer.writeTo(client.getOutputStream());
                }
            } catch (IOException e) {
                // The client disconnected, or the test has ended.
            }
        }
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                break;
            }
            head.append((char) next);
        }
        return head.toString();
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        listener.close();
    }

    @FunctionalInterface
    private interface Answer {
        void writeTo(OutputStream out) throws IOException;
    }
}
