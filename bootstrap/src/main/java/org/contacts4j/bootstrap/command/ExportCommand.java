package org.contacts4j.bootstrap.command;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.contacts4j.bootstrap.CommandContext;
import org.contacts4j.bootstrap.TokenSigner;
import org.contacts4j.bootstrap.settings.Config;
import org.contacts4j.bootstrap.transfer.ExportDownload;
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

    @Option(
            names = "--retries",
            defaultValue = "5",
            paramLabel = "NUMBER",
            description = "how often a broken connection is continued without progress (default: 5)")
    private int retries;

    public ExportCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        Config config = context.config();
        URI base = URI.create(server == null ? "http://" + config.host() + ":" + config.port() : server);
        String token = TokenSigner.forCommand(config, organization.caller(member, Role.VIEWER, DataScope.ALL));
        Path target = context.resolve(file).toAbsolutePath();
        ExportDownload download = new ExportDownload(base, query(), token, format(), retries, context.err());
        context.out().println("Exported " + download.to(target) + " bytes to " + file);
        return 0;
    }

    private String query() {
        Map<String, @Nullable String> parameters = new LinkedHashMap<>();
        parameters.put("format", format());
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

    private String format() {
        if (format != null) {
            return format;
        }
        String extension = file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return FORMATS.getOrDefault(extension, "csv");
    }
}
