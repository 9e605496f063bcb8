package org.contacts4j.domain;

/**
 * One thing wrong with an input.
 *
 * @param field dotted name of the field, such as {@code metadata.title} or {@code emails[1].address}
 * @param message what is wrong and what would be right, for a person
 */
public record Fault(String field, String message) {}
