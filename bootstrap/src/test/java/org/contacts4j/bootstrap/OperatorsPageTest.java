package org.contacts4j.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.contacts4j.bootstrap.folder.DataFolder;
import org.contacts4j.bootstrap.settings.Setting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Verifies that docs/operating.md agrees with the code. */
class OperatorsPageTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(--[a-z-]+)` \\| `(\\w+)`[^|]*\\| ([^|]*)\\|");

    @ParameterizedTest
    @EnumSource
    void listsTheSettingWithItsVariableAndDefault(Setting setting) throws IOException {
        Matcher row = rowOf(setting);

        assertThat(row.group(2)).isEqualTo(setting.variable());
        if (setting.defaultValue() != null) {
            assertThat(row.group(3).strip()).isEqualTo("`" + setting.defaultValue() + "`");
        } else {
            assertThat(row.group(3)).doesNotContain("`");
        }
    }

    @Test
    void listsNothingElse() throws IOException {
        assertThat(ROW.matcher(page()).results()).hasSize(Setting.values().length);
    }

    @Test
    void namesTheDatabaseFile() throws IOException {
        Path file = new DataFolder(Path.of("")).database();

        assertThat(page()).contains("`" + Objects.requireNonNull(file.getFileName()) + ".mv.db`");
    }

    private static Matcher rowOf(Setting setting) throws IOException {
        Matcher row = ROW.matcher(page());
        while (row.find()) {
            if (row.group(1).equals(setting.flag())) {
                return row;
            }
        }
        throw new AssertionError("no row for " + setting.flag());
    }

    private static String page() throws IOException {
        return Files.readString(Path.of("..", "docs", "operating.md"));
    }
}
