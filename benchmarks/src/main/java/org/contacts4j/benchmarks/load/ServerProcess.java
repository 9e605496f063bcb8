package org.contacts4j.benchmarks.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A server in its own process, from the line that reports readiness until it is closed. */
final class ServerProcess implements AutoCloseable {

    private static final String READY = "ready at ";
    private static final long START_SECONDS = 60;
    private static final long STOP_SECONDS = 20;

    private final Process process;
    private final InetSocketAddress address;
    private final double secondsToReady;
    private final double residentMegabytes;

    private ServerProcess(Process process, String readyLine, double secondsToReady) throws IOException {
        this.process = process;
        this.secondsToReady = secondsToReady;
        this.residentMegabytes = megabytes(process.pid(), "VmRSS:");
        String url =
                readyLine.substring(readyLine.indexOf(READY) + READY.length()).split(" ")[0];
        this.address =
                new InetSocketAddress(URI.create(url).getHost(), URI.create(url).getPort());
    }

    /** Starts {@code java} with these arguments and waits for the line that contains the server's URL. */
    static ServerProcess start(List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(arguments);
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Thread giveUp = giveUpLater(process);
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        @Nullable String line = output.readLine();
        while (line != null && !line.contains(READY)) {
            line = output.readLine();
        }
        giveUp.interrupt();
        if (line == null) {
            process.destroyForcibly();
            throw new BenchmarkFailure("the server did not start: java " + String.join(" ", arguments));
        }
        ServerProcess server = new ServerProcess(process, line, (System.nanoTime() - start) / 1e9);
        daemon(() -> drain(output));
        return server;
    }

    InetSocketAddress address() {
        return address;
    }

    double secondsToReady() {
        return secondsToReady;
    }

    /** Returns the resident memory right after the start, in megabytes. */
    double residentMegabytes() {
        return residentMegabytes;
    }

    /** Returns the peak resident memory so far, in megabytes. */
    double peakResidentMegabytes() throws IOException {
        return megabytes(process.pid(), "VmHWM:");
    }

    /** Returns the processor time of all threads so far. */
    Duration processorTime() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    /** Stops the process and waits for its exit. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static Thread giveUpLater(Process process) {
        return daemon(() -> {
            try {
                TimeUnit.SECONDS.sleep(START_SECONDS);
                process.destroyForcibly();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** Discards further output, since a full pipe would block the server. */
    private static void drain(BufferedReader output) {
        try {
            output.transferTo(Writer.nullWriter());
        } catch (IOException e) {
            // The server has been stopped.
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static double megabytes(long pid, String line) throws IOException {
        try (var lines = Files.lines(Path.of("/proc", String.valueOf(pid), "status"))) {
            return lines.filter(text -> text.startsWith(line))
                            .mapToLong(text -> Long.parseLong(text.replaceAll("\\D", "")))
                            .findFirst()
                            .orElseThrow()
                    / 1024.0;
        }
    }
}
