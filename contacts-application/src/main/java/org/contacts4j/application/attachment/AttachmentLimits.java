package org.contacts4j.application.attachment;

/**
 * How much may be attached.
 *
 * @param maxFileBytes the largest file
 * @param maxBytes the most that all files of one organisation have together
 */
public record AttachmentLimits(long maxFileBytes, long maxBytes) {

    /** 25 MiB a file, and 10 GiB in all. */
    public static final AttachmentLimits DEFAULT = new AttachmentLimits(25L << 20, 10L << 30);
}
