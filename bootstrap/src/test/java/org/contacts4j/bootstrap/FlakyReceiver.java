package org.contacts4j.bootstrap;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A webhook receiver that fails until it recovers. It returns status 500, does not respond, resets the connection,
 * redirects, and sometimes accepts a delivery. It records every delivery that arrives.
 */
final class FlakyReceiver implements AutoCloseable {

    private static final Pattern CONTACT = Pattern.compile("\"data\":\\{\"id\":\"([^\"]+)\"");
    private static final Pattern NAME = Pattern.compile("\"name\":\"[^\"]*?([0-9]+)\"");
    private static final int BEYOND_TIMEOUT_MILLIS = 4_000;

    private final ServerSocket listener;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Random random = new Random(1);
    private final Map<String, Integer> lastTaken = new HashMap<>();
    private final Set<String> taken = new LinkedHashSet<>();
    private final List<String> complaints = new ArrayList<>();
    private String secret = "";
    private boolean recovered;
    private int arrivals;

    FlakyReceiver() {
        try {
            listener = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::listen);
    }

    String url() {
        return "http://127.0.0.1:" + listener.getLocalPort() + "/hooks";
    }

    synchronized void verifyWith(String with) {
        secret = with;
    }

    synchronized void recover() {
        recovered = true;
    }

    /** Returns the deliveries that arrived with an invalid signature, or before the previous delivery was accepted. */
    synchronized List<String> complaints() {
        return List.copyOf(complaints);
    }

    synchronized int arrivals() {
        return arrivals;
    }

    synchronized int taken() {
        return taken.size();
    }

    synchronized void awaitArrivals(int count, long seconds) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (arrivals < count && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.timedWait(this, 100);
        }
    }

    synchronized void awaitTaken(int count, long seconds) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (taken.size() < count && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.timedWait(this, 100);
        }
    }

    private void listen() {
        try {
            while (true) {
                Socket socket = listener.accept();
                threads.execute(() -> serve(socket));
            }
        } catch (IOException e) {
            // The listener was closed.
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            Map<String, List<String>> headers = headers(in);
            while (!headers.isEmpty()) {
                int length = Integer.parseInt(headers.get("content-length").get(0));
                answer(socket, headers, new String(in.readNBytes(length), StandardCharsets.UTF_8));
                headers = headers(in);
            }
        } catch (IOException e) {
            // The sender was killed, or this receiver reset the connection.
        }
    }

    private static Map<String, List<String>> headers(InputStream in) throws IOException {
        Map<String, List<String>> headers = new HashMap<>();
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c >= 0; c = in.read()) {
            if (c == '\n') {
                if (line.isEmpty()) {
                    return headers;
                }
                int colon = line.indexOf(":");
                String name = colon < 0 ? "request" : line.substring(0, colon).toLowerCase(Locale.ROOT);
                headers.put(name, List.of(line.substring(colon + 1).strip()));
                line.setLength(0);
            } else if (c != '\r') {
                line.append((char) c);
            }
        }
        return Map.of();
    }

    private void answer(Socket socket, Map<String, List<String>> headers, String body) throws IOException {
        switch (moodFor(headers, body)) {
            case 0 -> say(socket, "500 Internal Server Error\r\nContent-Length: 0");
            case 1 -> {
                socket.setSoTimeout(BEYOND_TIMEOUT_MILLIS);
                socket.getInputStream().read();
                socket.close();
            }
            case 2 -> {
                socket.setSoLinger(true, 0);
                socket.close();
            }
            case 3 -> say(socket, "307 Temporary Redirect\r\nLocation: " + url() + "\r\nContent-Length: 0");
            default -> say(socket, "204 No Content");
        }
    }

    private static void say(Socket socket, String head) throws IOException {
        socket.getOutputStream().write(("HTTP/1.1 " + head + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    private synchronized int moodFor(Map<String, List<String>> headers, String body) {
        arrivals++;
        String id = headers.get("webhook-id").get(0);
        try {
            new Webhook(secret).verify(body, HttpHeaders.of(headers, (name, value) -> true));
        } catch (EmptyWebhookSecretException | WebhookVerificationException e) {
            complaints.add(id + " has a bad signature");
        }
        String contact = group(CONTACT, body);
        int turn = Integer.parseInt(group(NAME, body));
        int before = lastTaken.getOrDefault(contact, -1);
        if (!taken.contains(id) && turn != before + 1) {
            complaints.add("message " + turn + " of " + contact + " arrived behind " + before);
        }
        int mood = recovered ? 4 : random.nextInt(6);
        if (mood >= 4) {
            taken.add(id);
            lastTaken.merge(contact, turn, Math::max);
        }
        notifyAll();
        return mood;
    }

    private static String group(Pattern pattern, String body) {
        Matcher matcher = pattern.matcher(body);
        if (!matcher.find()) {
            throw new AssertionError(body);
        }
        return matcher.group(1);
    }

    @Override
    public void close() throws IOException {
        listener.close();
        threads.shutdownNow();
    }
}
