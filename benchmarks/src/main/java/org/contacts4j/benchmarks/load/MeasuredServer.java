package org.contacts4j.benchmarks.load;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.contacts4j.bootstrap.ServerProcess;

/** A server in its own process, with its figures, from its start until it is closed. */
public final class MeasuredServer implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final Pattern FAILED_ROWS = Pattern.compile("\"failed\":[1-9]");

    private final ServerProcess server;
    private final URI url;
    private final double secondsToReady;
    private final double residentMegabytes;

    private MeasuredServer(ServerProcess server, double secondsToReady) throws IOException {
        this.server = server;
        this.url = server.url();
        this.secondsToReady = secondsToReady;
        this.residentMegabytes = megabytes("VmRSS:");
    }

    /** Starts {@code java} with these arguments and waits until the server is ready. */
    static MeasuredServer start(List<String> arguments) throws IOException {
        long start = System.nanoTime();
        try {
            ServerProcess server = ServerProcess.startJava(Path.of("."), arguments);
            double seconds = (System.nanoTime() - start) / 1e9;
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            return new MeasuredServer(server, seconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    public InetSocketAddress address() {
        return new InetSocketAddress(url.getHost(), url.getPort());
    }

    /**
     * Sends a request to a path of the canonical API, as JSON or, to an import, as CSV. Returns the body of the response.
     *
     * @throws BenchmarkFailure if the request fails, or a row of an import
     */
    public String send(String token, String method, String path, BodyPublisher body) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(url.resolve("/api/v1/" + path))
                .timeout(LONGEST)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", path.endsWith("import") ? "text/csv" : "application/json")
                .method(method, body)
                .build();
        try {
            HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
            if (response.statusCode() / 100 != 2
                    || FAILED_ROWS.matcher(response.body()).find()) {
                throw new BenchmarkFailure(method + " " + path + " was answered: " + response.body());
            }
            return response.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /**
     * Receives the response of a GET request to a path of the canonical API, and discards it.
     *
     * @return the number of lines
     * @throws BenchmarkFailure if the request fails
     */
    public long countLines(String token, String path) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(url.resolve("/api/v1/" + path))
                .timeout(LONGEST)
                .header("Authorization", "Bearer " + token)
                .build();
        try {
            HttpResponse<InputStream> response = HTTP.send(request, BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                if (response.statusCode() != 200) {
                    throw new BenchmarkFailure(path + " was answered with " + response.statusCode());
                }
                return LineCount.of(body);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    public double secondsToReady() {
        return secondsToReady;
    }

    /** Returns the resident memory right after the start, in megabytes. */
    public double residentMegabytes() {
        return residentMegabytes;
    }

    /** Returns the peak resident memory so far, in megabytes. */
    public double peakResidentMegabytes() throws IOException {
        return megabytes("VmHWM:");
    }

    /** Returns the processor time of all threads so far. */
    public Duration processorTime() {
        return server.handle().info().totalCpuDuration().orElseThrow();
    }

    /** Stops the process and waits for its exit. */
    @Override
    public void close() {
        server.terminate();
        try {
            server.exitCode();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            server.close();
        }
    }

    private double megabytes(String line) throws IOException {
        Path status = Path.of("/proc", String.valueOf(server.handle().pid()), "status");
        try (var lines = Files.lines(status)) {
            return lines.filter(text -> text.startsWith(line))
                            .mapToLong(text -> Long.parseLong(text.replaceAll("\\D", "")))
                            .findFirst()
                            .orElseThrow()
                    / 1024.0;
        }
    }
}
