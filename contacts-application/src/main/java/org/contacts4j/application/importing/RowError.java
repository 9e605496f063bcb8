package org.contacts4j.application.importing;

import org.contacts4j.domain.Fault;

/** One thing wrong with a row of an import. */
public record RowError(long row, Fault fault) {}
