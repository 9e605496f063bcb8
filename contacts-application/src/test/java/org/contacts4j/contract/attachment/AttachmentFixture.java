package org.contacts4j.contract.attachment;

import java.time.Instant;
import java.util.UUID;
import org.contacts4j.domain.attachment.Attachment;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.id.AttachmentId;
import org.contacts4j.domain.id.MemberId;

/** A builder of test attachments: {@code anAttachment().sized(7).of(ada)}. Immutable. */
public record AttachmentFixture(UUID id, String fileName, long size, Instant uploadedAt) {

    public static final Instant NOON = Instant.parse("2026-01-02T12:00:00.678Z");

    public static AttachmentFixture anAttachment() {
        return new AttachmentFixture(UUID.randomUUID(), "\"O'Brien\" 100% _1 \\ 林😀.pdf", 1, NOON);
    }

    public AttachmentFixture withId(UUID value) {
        return new AttachmentFixture(value, fileName, size, uploadedAt);
    }

    public AttachmentFixture sized(long bytes) {
        return new AttachmentFixture(id, fileName, bytes, uploadedAt);
    }

    public AttachmentFixture uploadedAt(Instant instant) {
        return new AttachmentFixture(id, fileName, size, instant);
    }

    public Attachment of(Contact contact) {
        return new Attachment(
                new AttachmentId(id),
                contact.id(),
                fileName,
                "application/pdf",
                size,
                "0123456789abcdef".repeat(4),
                new MemberId("ada"),
                uploadedAt);
    }
}
