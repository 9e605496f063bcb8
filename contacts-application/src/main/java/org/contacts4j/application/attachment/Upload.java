package org.contacts4j.application.attachment;

import org.contacts4j.domain.AttachmentId;

/** Content that is kept, and waits for the attachment that will have it. */
record Upload(AttachmentId id, String fileName, String contentType, long size, String sha256) {}
