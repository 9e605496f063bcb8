package org.contacts4j.application.tag;

import org.contacts4j.domain.tag.Tag;

/**
 * A tag and how often it is used.
 *
 * @param contacts how many contacts have it, of those that can be seen
 */
public record CountedTag(Tag tag, long contacts) {}
