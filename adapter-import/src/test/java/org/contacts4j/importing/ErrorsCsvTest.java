package org.contacts4j.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ErrorsCsvTest {

    @Test
    void theTableOfErrorsIsKnownByItsLastColumns() {
        assertThat(ErrorsCsv.isErrorsFile(List.of("name", "row", "error"))).isTrue();
        assertThat(ErrorsCsv.isErrorsFile(List.of("name", "email"))).isFalse();
        assertThat(ErrorsCsv.isErrorsFile(List.of("row", "error", "name"))).isFalse();
        assertThat(ErrorsCsv.isErrorsFile(List.of("row", "error"))).isFalse();
        assertThat(ErrorsCsv.isErrorsFile(List.of())).isFalse();
    }
}
