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

/** The packaged jar in a separate process, as an operator runs it. */
final class ServerProcess implements AutoCloseable {

    private static final Pattern READY =
            Pattern.compile("(?m)^Contacts4J ready at (http://\\S+) in [0-9]+\\.[0-9]{2} s$");
    private static final int PATIENCE_SECONDS = 60;

    private final Process process;
    private final Path out;
    private final Path err;

    private ServerProcess(Path directory, List<String> java, String... arguments) throws IOException {
        out = Files.createTempFile("contacts4j-", ".out");
        err = Files.createTempFile("contacts4j-", ".err");
        process = new ProcessBuilder(command(java, arguments))
                .directory(directory.toFile())
                .redirectOutput(Redirect.to(out.toFile()))
                .redirectError(Redirect.to(err.toFile()))
                .start();
    }

    /** Starts a server in this working directory and waits until it is ready. */
    static ServerProcess start(Path directory, String... arguments) throws Exception {
        return start(directory, List.of(), arguments);
    }

    /** Starts a server with these JVM options and waits until it is ready. */
    static ServerProcess start(Path directory, List<String> java, String... arguments) throws Exception {
        ServerProcess server = new ServerProcess(directory, java, arguments);
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!READY.matcher(server.out()).find()) {
            if (!server.process.isAlive() || System.nanoTime() > deadline) {
                server.close();
                throw new AssertionError("the server did not start: " + server.out() + server.err());
            }
            Thread.sleep(20);
        }
        return server;
    }

    /** Runs a command in this working directory until it exits. */
    static Outcome run(Path directory, String... arguments) throws Exception {
        try (ServerProcess command = new ServerProcess(directory, List.of(), arguments)) {
            int exitCode = command.exitCode();
            return new Outcome(exitCode, command.out(), command.err());
        }
    }

    private static List<String> command(List<String> java, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(java);
        command.add("-jar");
        command.add(System.getProperty("contacts4j.jar", "target/contacts4j.jar"));
        command.addAll(List.of(arguments));
        return command;
    }

    /** Returns the address of the server, as printed in its ready line. */
    URI url() throws IOException {
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
    void terminate() {
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
    int exitCode() throws InterruptedException {
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
