package org.contacts4j.bootstrap.command;

import java.util.Arrays;
import java.util.concurrent.Callable;
import org.contacts4j.bootstrap.CommandContext;
import org.contacts4j.bootstrap.settings.MaskedSettings;
import org.contacts4j.bootstrap.settings.Setting;
import org.contacts4j.bootstrap.settings.Settings;
import org.contacts4j.bootstrap.settings.Settings.Value;
import picocli.CommandLine.Command;

/** The {@code config} command: prints every setting, with secrets masked. */
@Command(name = "config", description = "Prints every setting with its value and source. Secrets are masked.")
public final class ConfigCommand implements Callable<Integer> {

    private final CommandContext context;

    public ConfigCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Settings settings = context.settings();
        int longest = Arrays.stream(Setting.values())
                .mapToInt(setting -> setting.key().length())
                .max()
                .orElse(0);
        for (Setting setting : Setting.values()) {
            Value value = settings.get(setting);
            String shown = value.text() == null ? "(not set)" : MaskedSettings.value(setting, value.text());
            context.out().printf("%-" + longest + "s %-40s %s%n", setting.key(), shown, value.origin());
        }
        return 0;
    }
}
