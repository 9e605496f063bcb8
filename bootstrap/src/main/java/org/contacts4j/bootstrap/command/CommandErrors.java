package org.contacts4j.bootstrap.command;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.contacts4j.bootstrap.CannotStart;
import org.contacts4j.bootstrap.settings.MaskedSettings;
import org.contacts4j.bootstrap.settings.Suggestion;
import org.contacts4j.http.PortInUse;
import org.contacts4j.http.UnknownDialect;
import org.contacts4j.jdbi.CannotOpenDatabase;
import org.contacts4j.jdbi.backup.CannotCopyDatabase;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Prints the error of a command in one line and returns the exit code. */
public record CommandErrors(PrintStream err) {

    /** Reports a command line that could not be parsed. */
    public int ofCommandLine(ParameterException failure, String... arguments) {
        String message = failure instanceof UnmatchedArgumentException unmatched
                ? unknown(unmatched.getUnmatched().get(0), failure.getCommandLine())
                : String.valueOf(failure.getMessage());
        say(message);
        return ExitCode.USAGE;
    }

    private static String unknown(String word, CommandLine commandLine) {
        if (!word.startsWith("-")) {
            return "unknown command '" + word + "'"
                    + Suggestion.didYouMean(word, commandLine.getSubcommands().keySet());
        }
        String flag = word.split("=", 2)[0];
        List<String> known = commandLine.getCommandSpec().options().stream()
                .flatMap(option -> Stream.of(option.names()))
                .filter(name -> name.startsWith("--"))
                .toList();
        return "unknown setting '" + flag + "'" + Suggestion.didYouMean(flag, known);
    }

    /** Reports the failure of a command. */
    public int ofCommand(Exception failure, CommandLine commandLine, ParseResult parsed) {
        if (failure instanceof CannotStart refusal) {
            say(refusal.getMessage());
            return refusal.isCommandLineError() ? ExitCode.USAGE : ExitCode.SOFTWARE;
        }
        if (failure instanceof UnknownDialect unknown) {
            say("there is no dialect '" + unknown.name() + "'"
                    + Suggestion.didYouMean(unknown.name(), unknown.known()));
            return ExitCode.SOFTWARE;
        }
        boolean explained = failure instanceof CannotOpenDatabase
                || failure instanceof CannotCopyDatabase
                || failure instanceof PortInUse;
        say(explained ? MaskedSettings.url(String.valueOf(failure.getMessage())) : unexpected(failure));
        return ExitCode.SOFTWARE;
    }

    private void say(String message) {
        err.println("contacts4j: " + message.lines().findFirst().orElse(""));
    }

    private static String unexpected(Exception failure) {
        String what = "unexpected failure: " + failure;
        try {
            Path details = Files.createTempFile("contacts4j-failure-", ".txt");
            try (PrintWriter writer = new PrintWriter(Files.newBufferedWriter(details))) {
                failure.printStackTrace(writer);
            }
            return what.lines().findFirst().orElse(what) + " (details in " + details + ")";
        } catch (IOException e) {
            return what;
        }
    }
}
