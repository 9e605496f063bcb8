package org.contacts4j.application.attachment;

/**
 * The size limits of attachments, in bytes.
 *
 * @param maxFileBytes the largest size of one file
 * @param maxBytes the largest total size of all files of an organization
 */
public record AttachmentLimits(long maxFileBytes, long maxBytes) {

    /** 25 MiB per file and 10 GiB per organization. */
    public static final AttachmentLimits DEFAULT = new AttachmentLimits(25L << 20, 10L << 30);
}
