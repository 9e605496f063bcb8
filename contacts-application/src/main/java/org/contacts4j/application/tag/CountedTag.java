package org.contacts4j.application.tag;

import org.contacts4j.domain.tag.Tag;

/**
 * A tag and its usage count.
 *
 * @param contacts the number of visible contacts with this tag
 */
public record CountedTag(Tag tag, long contacts) {}
