package org.contacts4j.bootstrap.command;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.contacts4j.bootstrap.CannotStart;
import org.contacts4j.bootstrap.CommandContext;
import org.contacts4j.bootstrap.TokenSigner;
import org.contacts4j.bootstrap.settings.Config;
import org.contacts4j.bootstrap.settings.TokenLifetime;
import org.contacts4j.domain.EnumNames;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.domain.organization.DataScope;
import org.contacts4j.domain.organization.Role;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The {@code token} command: prints a token and nothing else. */
@Command(
        name = "token",
        description = "Prints a token for a member of an organization, signed with the server's secret.")
public final class TokenCommand implements Callable<Integer> {

    private final CommandContext context;

    @Mixin
    private OrganizationOption organization = new OrganizationOption();

    @Option(names = "--member", required = true, paramLabel = "ID", description = "member that the token identifies")
    private String member = "";

    @Option(
            names = "--role",
            defaultValue = "member",
            paramLabel = "ROLE",
            description = "admin, member or viewer (default: member)")
    private String role = "";

    @Option(
            names = "--data",
            defaultValue = "all",
            paramLabel = "SCOPE",
            description = "all, or assigned: only contacts assigned to the member (default: all)")
    private String data = "";

    @Option(
            names = "--expires",
            defaultValue = "30d",
            paramLabel = "TIME",
            description = "lifetime of the token, for example 30d, 12h, 15m or 90s (default: 30d)")
    private String expires = "";

    public TokenCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Caller caller = caller();
        Duration lifetime = parsedLifetime();
        // Read once, because reading logs warnings about risky settings.
        Config config = context.config();
        checkLifetime(lifetime, config.maxTokenLifetime());
        context.out().println(TokenSigner.of(config).sign(caller, lifetime));
        return 0;
    }

    private Caller caller() {
        return organization.caller(member, word(Role.class, "--role", role), word(DataScope.class, "--data", data));
    }

    private static <E extends Enum<E>> E word(Class<E> type, String flag, String word) {
        return EnumNames.find(type, word)
                .orElseThrow(() -> CannotStart.invalidCommandLine(
                        flag + " must be one of " + EnumNames.allOf(type) + ", not '" + word + "'"));
    }

    private Duration parsedLifetime() {
        return TokenLifetime.parse(expires)
                .orElseThrow(() -> CannotStart.invalidCommandLine(
                        "--expires must be a number and s, m, h or d, such as 30d or 12h, not '" + expires + "'"));
    }

    private void checkLifetime(Duration lifetime, @Nullable Duration max) {
        if (max != null && lifetime.compareTo(max) > 0) {
            throw CannotStart.invalidCommandLine("--expires must be at most " + max.toSeconds()
                    + "s, the maximum that token-max-lifetime sets, not '" + expires + "'");
        }
    }
}
