package org.contacts4j.http.contact;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.contacts4j.application.page.Page;
import org.contacts4j.application.page.Position;
import org.contacts4j.application.page.Slice;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.domain.patch.Patch;
import org.contacts4j.exporting.ExportColumns;
import org.contacts4j.exporting.ExportFormat;
import org.contacts4j.exporting.Photos;
import org.junit.jupiter.api.Test;

class ExportStreamTest {

    private final AtomicInteger read = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();

    @Test
    void readsOnePageAheadOfTheClientAndNoMore() throws IOException {
        try (ExportStream stream = stream(slice -> page(read.incrementAndGet() < 5))) {
            assertThat(stream.readNBytes(10)).hasSize(10);
            assertThat(read).hasValue(1);
            assertThat(stream.readAllBytes()).isNotEmpty();
            assertThat(read).hasValue(5);
        }
    }

    @Test
    void endsWithTheLastPageSoThatTheNextExportMayBegin() throws IOException {
        try (ExportStream stream = stream(slice -> page(false))) {
            stream.read(new byte[3]);
            assertThat(ended).hasValue(0);
            assertThat(new String(stream.readAllBytes(), UTF_8)).isEqualTo("name\r\nAda\r\nAda\r\n");
            assertThat(ended).hasValue(1);
        }
    }

    @Test
    void aPageThatCannotBeReadIsAnErrorNotTheEnd() throws IOException {
        try (ExportStream stream = stream(slice -> {
            throw new ContactsFailure.Unavailable("no database", new IOException());
        })) {
            assertThatThrownBy(stream::readAllBytes).isInstanceOf(IOException.class);
        }
    }

    private ExportStream stream(Function<Slice, Page<Contact>> pages) throws IOException {
        return new ExportStream(
                ExportFormat.CSV,
                List.of(ExportColumns.find("name").orElseThrow()),
                false,
                Photos.NONE,
                page(true),
                pages,
                Runnable::run,
                ended::incrementAndGet);
    }

    private static Page<Contact> page(boolean hasNext) {
        Contact ada = Contact.create(
                new ContactId(new UUID(1, 1)),
                Caller.member("acme", "ada").organization(),
                Patch.of(ContactField.NAME, "Ada"),
                null,
                Instant.EPOCH);
        return new Page<>(List.of(ada), null, hasNext ? new Position("", Instant.EPOCH, new UUID(1, 1)) : null);
    }
}
