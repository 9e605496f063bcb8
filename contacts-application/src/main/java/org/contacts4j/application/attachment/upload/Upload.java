package org.contacts4j.application.attachment.upload;

import org.contacts4j.domain.id.AttachmentId;

/** Content that is stored and not yet attached. */
public record Upload(AttachmentId id, String fileName, String contentType, long size, String sha256) {}
