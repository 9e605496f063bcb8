package org.contacts4j.bootstrap;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.contacts4j.bootstrap.command.BackupCommand;
import org.contacts4j.bootstrap.command.CommandErrors;
import org.contacts4j.bootstrap.command.ConfigCommand;
import org.contacts4j.bootstrap.command.DbCommand;
import org.contacts4j.bootstrap.command.ImportCommand;
import org.contacts4j.bootstrap.command.LicensesCommand;
import org.contacts4j.bootstrap.command.RestoreCommand;
import org.contacts4j.bootstrap.command.ServeCommand;
import org.contacts4j.bootstrap.command.TokenCommand;
import org.contacts4j.bootstrap.command.VerifyCommand;
import org.contacts4j.bootstrap.settings.Setting;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.ScopeType;

/** The command line: {@code java -jar contacts4j.jar [serve|token|import|backup|verify|restore|db|config|licenses]}. */
@Command(
        name = "contacts4j",
        description = "A contact-management server for many organizations.",
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        sortOptions = false,
        footer = {
            "",
            "Each setting is also an environment variable, such as CONTACTS4J_DB_URL (for",
            "secrets also CONTACTS4J_DB_PASSWORD_FILE), and a line of contacts4j.properties,",
            "such as db-url=... Flags override the environment; the environment overrides the file.",
            "",
            "Examples, each after java -jar contacts4j.jar:",
            "  --port 9000 --data-dir /var/lib/contacts4j",
            "  --db-url jdbc:postgresql://localhost/contacts --db-user contacts",
            "  token --org acme --member ada --role admin --expires 12h",
            "  import people.csv --org acme",
            "  backup contacts.zip",
            "  restore contacts.zip --data-dir /var/lib/contacts4j",
            "  config",
            "",
            "Exit codes: 0 success, 1 failure, 2 invalid command line."
        })
public final class Main implements Callable<Integer> {

    private final CommandContext context;

    private Main(CommandContext context) {
        this.context = context;
    }

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(run(System.getenv(), Path.of(""), System.out, System.err, arguments));
    }

    /** Runs the command in this environment and working directory, and returns its exit code. */
    static int run(
            Map<String, String> environment, Path directory, PrintStream out, PrintStream err, String... arguments) {
        CommandContext context = new CommandContext(environment, directory, out, err);
        CommandErrors failures = new CommandErrors(err);
        CommandLine commandLine = new CommandLine(new Main(context))
                .addSubcommand(new ServeCommand(context))
                .addSubcommand(new TokenCommand(context))
                .addSubcommand(new ImportCommand(context))
                .addSubcommand(new BackupCommand(context))
                .addSubcommand(new VerifyCommand(context))
                .addSubcommand(new RestoreCommand(context))
                .addSubcommand(new DbCommand(context))
                .addSubcommand(new ConfigCommand(context))
                .addSubcommand(new LicensesCommand(context));
        addFlags(commandLine.getCommandSpec());
        return commandLine
                .setOut(new PrintWriter(out, true, Charset.defaultCharset()))
                .setErr(new PrintWriter(err, true, Charset.defaultCharset()))
                .setExpandAtFiles(false)
                .setParameterExceptionHandler(failures::ofCommandLine)
                .setExecutionExceptionHandler(failures::ofCommand)
                .setExecutionStrategy(parsed -> {
                    context.commandLine(parsed);
                    return new RunLast().execute(parsed);
                })
                .execute(arguments);
    }

    private static void addFlags(CommandSpec spec) {
        spec.addOption(flag(CommandContext.FILE_FLAG, "FILE")
                .description("settings file (default: contacts4j.properties in the working directory, if there)")
                .build());
        for (Setting setting : Setting.values()) {
            String defaultValue = setting.defaultValue() == null ? "" : " (default: " + setting.defaultValue() + ")";
            spec.addOption(flag(setting.flag(), setting.placeholder())
                    .type(setting.isRepeatable() ? String[].class : String.class)
                    .description(setting.meaning() + defaultValue)
                    .build());
        }
    }

    private static OptionSpec.Builder flag(String name, String placeholder) {
        return OptionSpec.builder(name)
                .type(String.class)
                .paramLabel(placeholder)
                .scopeType(ScopeType.INHERIT);
    }

    @Override
    public Integer call() throws InterruptedException {
        return new ServeCommand(context).call();
    }
}
