package org.contacts4j.bootstrap.command;

import java.util.concurrent.Callable;
import org.contacts4j.bootstrap.Application;
import org.contacts4j.bootstrap.CannotStart;
import org.contacts4j.bootstrap.CommandContext;
import org.contacts4j.bootstrap.StartupBanner;
import org.contacts4j.bootstrap.settings.Config;
import org.contacts4j.bootstrap.settings.RiskySettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;

/** The {@code serve} command: runs the server until the process ends. */
@Command(name = "serve", description = "Starts the server. This is the default command.")
public final class ServeCommand implements Callable<Integer> {

    private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);

    private final CommandContext context;

    public ServeCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        Config config = context.config();
        // The default handler prints the message, past the rules of the log.
        Thread.setDefaultUncaughtExceptionHandler(
                (thread, failure) -> LOG.error("The thread {} has ended", thread.getName(), failure));
        Application application = Application.start(config);
        RiskySettings.warnings(context.settings(), config).forEach(LOG::warn);
        Runtime.getRuntime().addShutdownHook(new Thread(application::close, "shutdown"));
        context.out().println(new StartupBanner(config, application.apis()).text());
        context.out().flush();
        application.awaitFailure();
        throw CannotStart.because("the database file cannot be opened again; the log has the reason");
    }
}
