package org.contacts4j.bootstrap.command;

import java.io.IOException;
import java.io.PrintStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.contacts4j.bootstrap.CannotStart;
import org.contacts4j.bootstrap.CommandContext;
import org.contacts4j.bootstrap.TokenSigner;
import org.contacts4j.bootstrap.folder.FileErrorText;
import org.contacts4j.bootstrap.settings.Config;
import org.contacts4j.bootstrap.transfer.ImportProgress;
import org.contacts4j.bootstrap.transfer.ServerAnswer;
import org.contacts4j.domain.organization.DataScope;
import org.contacts4j.domain.organization.Role;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The {@code import} command: uploads a file to a running server and shows the progress of the import. */
@Command(
        name = "import",
        description = "Imports a CSV, JSON or vCard file into a running server and shows the progress.")
public final class ImportCommand implements Callable<Integer> {

    private static final int TOO_MANY_REQUESTS = 429;
    private static final Duration INITIAL_POLL = Duration.ofMillis(500);
    private static final Duration MAX_POLL = Duration.ofSeconds(2);

    private final CommandContext context;

    @Parameters(
            paramLabel = "FILE",
            description = "file to import: JSON when its name ends in .json or .jsonl, otherwise vCards or CSV")
    private String file = "";

    @Mixin
    private OrganizationOption organization = new OrganizationOption();

    @Option(
            names = "--member",
            defaultValue = "import",
            paramLabel = "ID",
            description = "member that runs the import (default: import)")
    private String member = "";

    @Option(
            names = "--server",
            paramLabel = "URL",
            description = "URL of the server (default: http at the configured host and port)")
    private @Nullable String server;

    @Option(
            names = "--match-by",
            defaultValue = "email",
            paramLabel = "WHAT",
            description = "how rows match contacts: email, phone, code or id (default: email)")
    private String matchBy = "";

    @Option(names = "--update-existing", description = "update matching contacts instead of skipping their rows")
    private boolean updateExisting;

    @Option(
            names = "--tags",
            defaultValue = "",
            paramLabel = "TAGS",
            description = "tags of all imported contacts, separated by semicolons")
    private String tags = "";

    @Option(
            names = "--mapping",
            paramLabel = "JSON",
            description = "fields of columns, such as {\"Column 7\": \"metadata.title\", \"Shoe\": \"ignore\"}")
    private @Nullable String mapping;

    @Option(names = "--charset", paramLabel = "NAME", description = "encoding of the file (default: detected)")
    private @Nullable String charset;

    @Option(
            names = "--date-format",
            paramLabel = "PATTERN",
            description = "order of day, month and year in dates, such as dd/MM/yyyy")
    private @Nullable String dateFormat;

    @Option(names = "--decimal", paramLabel = "MARK", description = "decimal mark of numbers: a comma or a point")
    private @Nullable String decimal;

    @Option(names = "--clear-dnc", description = "allow rows to clear dnc of contacts")
    private boolean clearDnc;

    @Option(names = "--errors", paramLabel = "FILE", description = "file to write failed rows to")
    private @Nullable String errors;

    public ImportCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        Config config = context.config();
        URI base = URI.create(server == null ? "http://" + config.host() + ":" + config.port() : server);
        Path path = context.resolve(file);
        if (!Files.isReadable(path)) {
            throw CannotStart.because("the file '" + file + "' cannot be read");
        }
        String token = TokenSigner.forCommand(config, organization.caller(member, Role.MEMBER, DataScope.ALL));
        return new ImportClient(HttpClient.newHttpClient(), base, token, context.out()).of(path);
    }

    private String query() {
        return "?matchBy=" + encoded(matchBy) + "&updateExisting=" + updateExisting + "&tags=" + encoded(tags)
                + "&clearDnc=" + clearDnc + optional("mapping", mapping) + optional("dateFormat", dateFormat)
                + optional("decimal", decimal);
    }

    private static String optional(String name, @Nullable String value) {
        return value == null ? "" : "&" + name + "=" + encoded(value);
    }

    private String contentType(boolean json) {
        return (json ? "application/json" : "text/csv") + (charset == null ? "" : ";charset=\"" + charset + "\"");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The HTTP requests of one import. */
    private final class ImportClient {

        private final HttpClient http;
        private final URI server;
        private final String token;
        private final PrintStream out;

        ImportClient(HttpClient http, URI server, String token, PrintStream out) {
            this.http = http;
            this.server = server;
            this.token = token;
            this.out = out;
        }

        int of(Path path) throws InterruptedException {
            String job = submit(path);
            ImportProgress progress = ImportProgress.on(out);
            ServerAnswer answer = ServerAnswer.of(get("/api/v1/imports/" + job));
            for (Duration wait = INITIAL_POLL; !answer.hasEnded(); wait = longer(wait)) {
                progress.show(answer);
                Thread.sleep(wait.toMillis());
                answer = ServerAnswer.of(get("/api/v1/imports/" + job));
            }
            progress.end(answer);
            if (answer.number("failed") > 0) {
                printErrors("/api/v1/imports/" + job + "/errors.csv");
            }
            return answer.text("state").equals("done") ? 0 : 1;
        }

        /**
         * Returns the next polling interval: 25 percent longer, up to a maximum. A long import thus uses only a small
         * part of the organization's rate limit.
         */
        private static Duration longer(Duration wait) {
            Duration longer = wait.plus(wait.dividedBy(4));
            return longer.compareTo(MAX_POLL) < 0 ? longer : MAX_POLL;
        }

        private String submit(Path path) throws InterruptedException {
            boolean json = path.toString().toLowerCase(Locale.ROOT).matches(".*\\.(json|jsonl|ndjson)");
            try {
                HttpResponse<String> answer = http.send(
                        request("/api/v1/imports" + query())
                                .header("Content-Type", contentType(json))
                                .POST(BodyPublishers.ofFile(path))
                                .build(),
                        BodyHandlers.ofString());
                return ServerAnswer.of(accepted(answer, 202)).text("id");
            } catch (IOException e) {
                throw unreachable(e);
            }
        }

        private String get(String path) throws InterruptedException {
            try {
                HttpResponse<String> answer = http.send(request(path).build(), BodyHandlers.ofString());
                while (answer.statusCode() == TOO_MANY_REQUESTS) {
                    Thread.sleep(1_000
                            * answer.headers().firstValueAsLong("Retry-After").orElse(1));
                    answer = http.send(request(path).build(), BodyHandlers.ofString());
                }
                return accepted(answer, 200);
            } catch (IOException e) {
                throw unreachable(e);
            }
        }

        private void printErrors(String path) throws InterruptedException {
            if (errors == null) {
                out.println("Failed rows: GET " + server.resolve(path));
                return;
            }
            try {
                Files.writeString(context.resolve(errors), get(path));
                out.println("Failed rows were written to " + errors);
            } catch (IOException e) {
                throw CannotStart.because("'" + errors + "' cannot be written: " + FileErrorText.of(e));
            }
        }

        private HttpRequest.Builder request(String path) {
            return HttpRequest.newBuilder(server.resolve(path)).header("Authorization", "Bearer " + token);
        }

        private String accepted(HttpResponse<String> answer, int wanted) {
            if (answer.statusCode() != wanted) {
                throw CannotStart.because("the server answered " + answer.statusCode() + ": "
                        + ServerAnswer.of(answer.body()).text("message"));
            }
            return answer.body();
        }

        private CannotStart unreachable(IOException e) {
            return CannotStart.because(
                    e instanceof ConnectException
                            ? "there is no server at " + server + ": start it, or name it with --server"
                            : "the server at " + server + " does not answer: " + FileErrorText.of(e));
        }
    }
}
