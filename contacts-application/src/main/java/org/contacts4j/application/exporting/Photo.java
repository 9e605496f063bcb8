package org.contacts4j.application.exporting;

/**
 * The photo of a contact.
 *
 * @param contentType the media type, such as {@code image/jpeg}
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Photo(String contentType, byte[] content) {}
