package org.contacts4j.bootstrap;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A server in a separate process, usually the packaged jar as an operator runs it. */
public final class ServerProcess implements AutoCloseable {

    private static final Pattern READY =
            Pattern.compile("(?m)^[\\w ]+ ready at (http://\\S+)(?: in [0-9]+\\.[0-9]{2} s)?\\R");
    private static final int PATIENCE_SECONDS = 60;

    /** Halves the processor time of processes that live for seconds. */
    private static final List<String> QUICK_START = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private final Process process;
    private final Path out;
    private final Path err;

    private ServerProcess(Path directory, List<String> command) throws IOException {
        out = Files.createTempFile("contacts4j-", ".out");
        err = Files.createTempFile("contacts4j-", ".err");
        process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectOutput(Redirect.to(out.toFile()))
                .redirectError(Redirect.to(err.toFile()))
                .start();
    }

    /** Starts a server in this working directory and waits until it is ready. */
    static ServerProcess start(Path directory, String... arguments) throws Exception {
        return start(directory, QUICK_START, arguments);
    }

    /** Starts a server without rate limits at a free port, with these further settings, and waits until it is ready. */
    static ServerProcess startUnlimited(Path directory, String... settings) throws Exception {
        return start(
                directory,
                Stream.concat(Stream.of("--port", "0", "--rate-limit", "off"), Stream.of(settings))
                        .toArray(String[]::new));
    }

    /** Starts a server with these JVM options and waits until it is ready. */
    static ServerProcess start(Path directory, List<String> java, String... arguments) throws Exception {
        return startJava(directory, packaged(java, arguments));
    }

    /** Starts {@code java} with these arguments in this working directory and waits until its server is ready. */
    public static ServerProcess startJava(Path directory, List<String> java) throws IOException, InterruptedException {
        ServerProcess server = new ServerProcess(directory, command(java));
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!READY.matcher(server.out()).find()) {
            if (!server.process.isAlive() || System.nanoTime() > deadline) {
                server.close();
                throw new AssertionError("the server did not start: " + server.out() + server.err());
            }
            Thread.sleep(5);
        }
        return server;
    }

    /** Runs a command in this working directory until it exits. */
    static Outcome run(Path directory, String... arguments) throws Exception {
        try (ServerProcess command = new ServerProcess(directory, command(packaged(QUICK_START, arguments)))) {
            int exitCode = command.exitCode();
            return new Outcome(exitCode, command.out(), command.err());
        }
    }

    /** Starts a server and kills it after this time, ready or not. */
    static void killAfterMillis(Path directory, long millis, String... settings) throws Exception {
        List<String> arguments = packaged(QUICK_START, "--port", "0", "--rate-limit", "off");
        arguments.addAll(List.of(settings));
        try (ServerProcess server = new ServerProcess(directory, command(arguments))) {
            if (server.process.waitFor(millis, TimeUnit.MILLISECONDS)) {
                throw new AssertionError("the process has ended: " + server.err());
            }
        }
    }

    private static List<String> packaged(List<String> java, String... arguments) {
        List<String> all = new ArrayList<>(java);
        all.add("-jar");
        all.add(System.getProperty("contacts4j.jar", "target/contacts4j.jar"));
        all.addAll(List.of(arguments));
        return all;
    }

    private static List<String> command(List<String> java) {
        List<String> command = new ArrayList<>(java);
        command.add(0, Path.of(System.getProperty("java.home"), "bin", "java").toString());
        return command;
    }

    /** Returns the handle of the process, for its figures. */
    public ProcessHandle handle() {
        return process.toHandle();
    }

    /** Returns the address of the server, as printed in its ready line. */
    public URI url() throws IOException {
        Matcher ready = READY.matcher(out());
        if (!ready.find()) {
            throw new AssertionError("no ready line in " + out());
        }
        return URI.create(ready.group(1));
    }

    /** Returns the standard output so far. */
    String out() throws IOException {
        return Files.readString(out);
    }

    /** Returns the standard error so far. */
    String err() throws IOException {
        return Files.readString(err);
    }

    /** Sends SIGTERM. */
    public void terminate() {
        process.destroy();
    }

    /** Sends SIGKILL and waits until the process has ended. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Makes the operating system reject writes beyond this file size, as a full disk would. */
    void limitFileSize(long bytes) throws Exception {
        setFileSizeLimit(String.valueOf(bytes));
    }

    void liftFileSizeLimit() throws Exception {
        setFileSizeLimit("unlimited");
    }

    /** Sets only the soft limit, because a process cannot raise its hard limit again. */
    private void setFileSizeLimit(String soft) throws Exception {
        Process prlimit = new ProcessBuilder(
                        "prlimit", "--pid", String.valueOf(process.pid()), "--fsize=" + soft + ":unlimited")
                .inheritIO()
                .start();
        if (prlimit.waitFor() != 0) {
            throw new AssertionError("prlimit failed");
        }
    }

    /** Waits for the process to end and returns its exit code. */
    public int exitCode() throws InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("the process does not end");
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        kill();
    }
}
