package org.contacts4j.bootstrap;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Compiles and runs the Java examples of the documentation as they are written, then checks their results. */
final class DocumentedExamplesTest {

    @Test
    void theReadmeShowsWhatWorks() throws Exception {
        MarkdownExamples.run(Path.of("../README.md"), """
                assertThat(promoted.email()).isEqualTo("ada@example.org");
                assertThat(promoted.revision().version()).isEqualTo(2);
                assertThat(found.items()).containsExactly(promoted);
                assertThat(smartList.items()).containsExactly(promoted);
                assertThat(led.primaryContactId()).isEqualTo(ada.id());
                """);
    }

    @Test
    void theUseCasesShowWhatWorks() throws Exception {
        MarkdownExamples.run(Path.of("../docs/use-cases.md"), """
                assertThat(promoted.revision().version()).isEqualTo(2);
                assertThat(promoted.job().title()).isEqualTo("Countess");
                assertThat(all).extracting(Contact::id).containsExactly(ada.id());
                assertThat(summary.created()).isEqualTo(1);
                assertThat(summary.failed()).isEqualTo(1);
                assertThat(notes.contentType()).startsWith("text/plain");
                assertThat(workers.statuses()).extracting(TaskStatus::name)
                        .contains("imports", "import-cleanup", "attachment-cleanup", "webhooks", "record-counts");
                assertThat(job.summary().created()).isEqualTo(1);
                assertThat(webhook.state().toString()).isEqualTo("ENABLED");
                assertThat(data.contact()).isNotNull();
                assertThat(erasure.removed().contacts()).isEqualTo(1);
                assertThat(events).containsExactly("CREATED Charles Babbage");
                new SignupTest().dates_the_contact();
                """);
    }
}
