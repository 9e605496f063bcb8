package org.contacts4j.jdbi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.contacts4j.application.Contacts4J;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.company.Company;
import org.contacts4j.domain.company.CompanyField;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.domain.patch.Patch;
import org.contacts4j.jdbi.connection.DatabaseError;
import org.junit.jupiter.api.Test;

/** Tests in processes without one of the drivers that a store needs only the driver of its database. */
class OptionalDriversTest {

    private static final String H2 = "h2";
    private static final String POSTGRESQL = "postgresql";

    @Test
    void opensH2WithoutTheDriverOfPostgreSql() throws Exception {
        assertThat(outputWithout(POSTGRESQL, "jdbc:h2:mem:alone")).isEqualTo("works");
    }

    @Test
    void opensPostgreSqlWithoutTheDriverOfH2() throws Exception {
        String url = TestPostgres.freshSettings().url();
        assertThat(outputWithout(H2, url)).isEqualTo("works");
    }

    @Test
    void saysWhichDriverIsMissing() throws Exception {
        assertThat(outputWithout(H2, "jdbc:h2:mem:none"))
                .isEqualTo("There is no driver for jdbc:h2: URLs: add com.h2database:h2 to the class path");
        assertThat(outputWithout(POSTGRESQL, "jdbc:postgresql://localhost/none"))
                .isEqualTo(
                        "There is no driver for jdbc:postgresql: URLs: add org.postgresql:postgresql to the class path");
    }

    /** Runs {@link #main} without the jar of a driver and returns what it prints. */
    private static String outputWithout(String driver, String url) throws IOException, InterruptedException {
        String separator = System.getProperty("path.separator");
        String classPath = Arrays.stream(System.getProperty("java.class.path").split(separator))
                .filter(entry -> !Path.of(entry).getFileName().toString().matches(driver + "-[0-9.]+\\.jar"))
                .collect(Collectors.joining(separator));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classPath,
                        OptionalDriversTest.class.getName(),
                        url)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output.strip();
    }

    /** Writes to a store and provokes errors, which the store must recognize without classes of the missing driver. */
    public static void main(String[] args) {
        try (JdbiStore store = JdbiStore.open(DatabaseSettings.of(args[0], null, null))) {
            Contacts4J contacts4j = Contacts4J.builder(store).build();
            Caller ada = Caller.member("acme", "ada");
            Patch<Company> acme = Patch.of(CompanyField.NAME, "Acme").set(CompanyField.CODE, "acme");
            contacts4j.companies().create(ada, acme);
            try {
                contacts4j.companies().create(ada, acme);
            } catch (ContactsFailure.DuplicateCode expected) {
                RuntimeException unknown = new IllegalStateException(new SQLException("unknown", "99999"));
                System.out.println(DatabaseError.of(unknown) == DatabaseError.UNEXPECTED ? "works" : "misjudged");
            }
        } catch (CannotOpenDatabase e) {
            System.out.println(e.getMessage());
        }
    }
}
