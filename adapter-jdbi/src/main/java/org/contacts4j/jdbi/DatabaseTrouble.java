package org.contacts4j.jdbi;

/**
 * The reason why a store cannot use its database.
 *
 * @param reason a sentence for operators, without secrets and paths
 * @param isFinal whether the process cannot recover from it
 */
public record DatabaseTrouble(String reason, boolean isFinal) {}
