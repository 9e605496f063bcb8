package org.contacts4j.bootstrap.command;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.contacts4j.bootstrap.CannotStart;
import org.contacts4j.bootstrap.CommandContext;
import org.contacts4j.bootstrap.TokenSigner;
import org.contacts4j.bootstrap.folder.FileErrorText;
import org.contacts4j.bootstrap.settings.Config;
import org.contacts4j.domain.organization.DataScope;
import org.contacts4j.domain.organization.Role;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The {@code export} command: downloads the contacts of an organization from a running server. */
@Command(name = "export", description = "Exports the contacts of an organization from a running server to a file.")
public final class ExportCommand implements Callable<Integer> {

    private static final Duration TOKEN_LIFETIME = Duration.ofDays(1);

    private static final Map<String, String> FORMATS =
            Map.of("csv", "csv", "jsonl", "jsonl", "ndjson", "jsonl", "vcf", "vcard3", "json", "jcard");

    private final CommandContext context;

    @Parameters(
            paramLabel = "FILE",
            description = "file to write; an existing file is replaced when the export is complete")
    private String file = "";

    @Mixin
    private OrganizationOption organization = new OrganizationOption();

    @Option(
            names = "--member",
            defaultValue = "export",
            paramLabel = "ID",
            description = "member that runs the export (default: export)")
    private String member = "";

    @Option(
            names = "--server",
            paramLabel = "URL",
            description = "URL of the server (default: http at the configured host and port)")
    private @Nullable String server;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "csv, jsonl, vcard3, vcard4 or jcard (default: by the extension of the file, otherwise csv)")
    private @Nullable String format;

    @Option(names = "--view", paramLabel = "ID", description = "saved view whose filter, columns and order apply")
    private @Nullable String view;

    @Option(names = "--columns", paramLabel = "NAMES", description = "columns of the table, separated by commas")
    private @Nullable String columns;

    @Option(names = "--search", paramLabel = "TEXT", description = "words that the contacts must contain")
    private @Nullable String search;

    @Option(names = "--order-by", paramLabel = "KEY", description = "id, name, createdAt or updatedAt (default: id)")
    private @Nullable String orderBy;

    @Option(names = "--photos", description = "with the photos of the contacts, in vCards")
    private boolean photos;

    public ExportCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        Config config = context.config();
        URI base = URI.create(server == null ? "http://" + config.host() + ":" + config.port() : server);
        String token =
                TokenSigner.of(config).sign(organization.caller(member, Role.VIEWER, DataScope.ALL), TOKEN_LIFETIME);
        HttpRequest request = HttpRequest.newBuilder(base.resolve("/api/v1/contacts/export?" + query()))
                .header("Authorization", "Bearer " + token)
                .build();
        Path target = context.resolve(file).toAbsolutePath();
        try {
            HttpResponse<InputStream> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofInputStream());
            try (InputStream contacts = answer.body()) {
                requireSuccess(answer.statusCode(), contacts);
                context.out().println("Exported " + save(contacts, target) + " bytes to " + file);
            }
            return 0;
        } catch (ConnectException e) {
            throw CannotStart.because("there is no server at " + base + ": start it, or name it with --server");
        } catch (IOException e) {
            throw CannotStart.because("the export is not complete, and nothing was written: " + FileErrorText.of(e));
        }
    }

    private String query() {
        Map<String, @Nullable String> parameters = new LinkedHashMap<>();
        parameters.put("format", format == null ? formatOfName() : format);
        parameters.put("view", view);
        parameters.put("columns", columns);
        parameters.put("search", search);
        parameters.put("orderBy", orderBy);
        parameters.put("photos", photos ? "true" : null);
        return parameters.entrySet().stream()
                .filter(parameter -> parameter.getValue() != null)
                .map(parameter -> parameter.getKey() + "="
                        + URLEncoder.encode(String.valueOf(parameter.getValue()), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private String formatOfName() {
        String extension = file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return FORMATS.getOrDefault(extension, "csv");
    }

    private static void requireSuccess(int status, InputStream answer) throws IOException {
        if (status != 200) {
            String body = new String(answer.readAllBytes(), StandardCharsets.UTF_8);
            throw CannotStart.because("the server answered " + status + ": " + new ImportAnswer(body).text("message"));
        }
    }

    /** Saves the answer under another name first, so that a file of this name is always complete. */
    private static long save(InputStream contacts, Path target) throws IOException {
        Path part = Files.createTempFile(target.getParent(), ".contacts4j-export", null);
        try {
            long size = Files.copy(contacts, part, StandardCopyOption.REPLACE_EXISTING);
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
            return size;
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
